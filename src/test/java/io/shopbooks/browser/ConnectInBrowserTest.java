package io.shopbooks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.connections.Connections;
import io.shopbooks.console.ConsoleAddress;
import io.shopbooks.console.FirstLink;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.Connecting;
import io.shopbooks.quickbooks.SignInAttempt.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first minutes: from the link on the terminal to a company that is connected. */
class ConnectInBrowserTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String PAGE = "/connections/acme/quickbooks";
  private static World world;

  @BeforeAll
  static void serve() throws IOException {
    world =
        World.of(
                Store.us(),
                Region.US,
                "sync: { time-zone: America/New_York, start-date: \"2026-01-01\", schedule: off }\n")
            .served();
    world.quickbooks.open("9341452700000042", Region.CA);
    Files.writeString(
        world.file(), Files.readString(world.file()).replaceAll("(?m)^company:\n( .*\n)+", ""));
  }

  @AfterAll
  static void close() {
    if (world != null) {
      world.close();
    }
  }

  @BeforeEach
  void nobodyIsConnected() {
    world
        .bean(JdbcClient.class)
        .sql("truncate quickbooks_company, quickbooks_connected, quickbooks_mirror")
        .update();
  }

  private static Person someone(String language) {
    return CHROMIUM.person(world, language);
  }

  @Test
  void a_newcomer_signs_in_connects_and_disconnects() {
    var before = world.quickbooks.signIns(World.REALM);
    var ann = someone("en").goes("/").sees("Sign in to Shopbooks").shoots("sign-in");
    ann.signsIn(FirstLink.of(world)).sees("acme").shoots("overview-first");

    ann.goes(PAGE).sees("Not connected yet").shoots("quickbooks-never");
    ann.clicks("Connect to QuickBooks").sees("An app asks to read and write the books");
    ann.clicks("Acme Goods Inc. (" + World.REALM + ")").clicks("Connect");
    ann.sees("Connected to QuickBooks", "acme is signed in to Acme Goods Inc.");
    assertThat(ann.location()).isEqualTo("/oauth/quickbooks/outcome");
    ann.shoots("quickbooks-connected");
    ann.reloads().sees("Connected to QuickBooks");

    ann.clicks("To QuickBooks of acme").sees("Acme Goods Inc.", "Ends for good");
    ann.shoots("quickbooks-signed-in");
    ann.clicks("Disconnect…").sees("Disconnect from QuickBooks?").shoots("quickbooks-disconnect");
    ann.clicks("Disconnect").sees("Disconnected. QuickBooks knows it.");
    ann.shoots("quickbooks-disconnected");
    assertThat(world.quickbooks.signIns(World.REALM)).isEqualTo(before);
  }

  @Test
  void another_company_is_asked_about_in_french_too() {
    var jean = someone("fr").signsIn(FirstLink.of(world));
    jean.goes(PAGE).clicks("Connecter à QuickBooks");
    jean.clicks("Acme Goods Inc. (" + World.REALM + ")").clicks("Connect");
    jean.sees("Connecté à QuickBooks");
    jean.goes(PAGE).sees("Fin définitive").shoots("quickbooks-signed-in");

    jean.clicks("Se reconnecter").clicks("Acme Québec inc. (9341452700000042)").clicks("Connect");

    jean.sees("Une autre entreprise qu’avant").shoots("quickbooks-another-company");
    jean.clicks("Rester avec Acme Goods Inc.")
        .sees("Les ventes de acme vont à Acme Goods Inc. comme avant");
    jean.goes(PAGE).clicks("Déconnecter…").clicks("Déconnecter").sees("QuickBooks le sait");
  }

  @Test
  void the_address_of_a_terminal_leads_to_quickbooks_without_signing_in() {
    var connecting = world.bean(Connecting.class);
    var acme = world.bean(Connections.class).named("acme");
    var invitation = connecting.invite(acme, "terminal");
    var address = world.bean(ConsoleAddress.class).invitation(invitation.ticket());

    var ann = someone("en").opens(URI.create(address)).sees("acme is about to be connected");
    ann.shoots("quickbooks-invitation");
    ann.clicks("Go on to QuickBooks").clicks("No thanks").sees("You did not connect");
    ann.shoots("quickbooks-declined");

    assertThat(connecting.attempt(invitation.id()).orElseThrow().outcome())
        .isEqualTo(Outcome.DECLINED);
    ann.opens(URI.create(address)).sees("This address was used already");
  }
}
