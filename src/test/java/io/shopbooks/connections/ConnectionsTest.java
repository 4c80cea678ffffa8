package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ConnectionsTest {

  @TempDir Path temp;
  private AFolder folder;
  private Connections connections;

  @BeforeEach
  void aFolder() {
    folder = new AFolder(temp);
    connections = folder.connections();
  }

  @Test
  void all_good_files_are_connections_in_the_order_of_their_names() {
    folder.with("b-2.yaml", shopAt("b.example")).with("a.yaml", shopAt("a.example"));

    assertThat(connections.all()).extracting(Connection::name).containsExactly("a", "b-2");
    assertThat(connections.findings()).isEmpty();
  }

  @Test
  void a_broken_file_switches_off_its_own_connection_only() {
    folder.with("good.yaml", shopAt("a.example")).with("bad.yaml", "shop:\n  knid: wix\n");

    assertThat(connections.all()).extracting(Connection::name).containsExactly("good");
    assertThat(connections.findings()).containsOnlyKeys(folder.file("bad.yaml"));
  }

  @Test
  void asking_for_a_broken_connection_tells_what_is_wrong_with_it() {
    folder.with("bad.yaml", AFolder.LEAST + "sales: { staus: [a] }\n");

    var broken = catchThrowableOfType(BrokenConnection.class, () -> connections.named("bad"));

    assertThat(broken.findings())
        .extracting(Finding::file, Finding::line, Finding::key)
        .containsExactly(tuple(folder.file("bad.yaml"), 9, "sales.staus"));
    assertThat(broken)
        .hasMessage(
            "Connection 'bad' is switched off by what is wrong with its file:\n"
                + folder.file("bad.yaml")
                + ":9: sales.staus: Unknown key 'staus' under sales. Did you mean 'statuses'?");
    assertThat(broken.remedy()).startsWith("Correct " + folder.file("bad.yaml"));
  }

  @Test
  void asking_for_a_connection_that_is_not_there_tells_which_are() {
    folder.with("acme.yaml", AFolder.LEAST).with("bad.yaml", "-");

    var unknown =
        catchThrowableOfType(UnknownConnection.class, () -> connections.named("amce-shop"));
    assertThat(unknown)
        .hasMessage(
            "There is no connection 'amce-shop' in "
                + folder.folder()
                + ". The connections are: acme, bad.");

    assertThatThrownBy(() -> connections.named("acmee"))
        .hasMessageEndingWith("Did you mean 'acme'? The connections are: acme, bad.");
  }

  @Test
  void asking_for_a_connection_where_there_is_none_tells_how_to_begin() {
    assertThatThrownBy(() -> connections.named("acme"))
        .isInstanceOf(UnknownConnection.class)
        .hasMessageContaining("There is no connection 'acme'")
        .hasMessageContaining("copy acme.yaml.example");
  }

  @Test
  void a_name_that_no_file_can_have_is_not_repeated() {
    assertThatThrownBy(() -> connections.named("../x\nposted order=1"))
        .isInstanceOf(UnknownConnection.class)
        .hasMessageStartingWith("There is no such connection in")
        .hasMessageNotContaining("posted");
  }

  @Test
  void a_changed_file_is_read_again() throws IOException {
    folder.with("acme.yaml", AFolder.LEAST);
    assertThat(connections.named("acme").choices().zone().getId()).isEqualTo("Europe/Paris");

    // Of the same length, and of another minute as far as the file system knows.
    folder.with("acme.yaml", AFolder.LEAST.replace("Europe/Paris", "Europe/Minsk"));
    Files.setLastModifiedTime(
        folder.file("acme.yaml"), FileTime.from(AFolder.TODAY.plus(Duration.ofMinutes(1))));

    assertThat(connections.named("acme").choices().zone().getId()).isEqualTo("Europe/Minsk");
  }

  @Test
  void a_broken_connection_is_there_again_when_its_file_is_right() {
    folder.with("acme.yaml", AFolder.LEAST + "sale: {}\n");
    assertThat(connections.all()).isEmpty();

    folder.with("acme.yaml", AFolder.LEAST);

    assertThat(connections.all()).hasSize(1);
    assertThat(connections.findings()).isEmpty();
  }

  @Test
  void new_and_deleted_files_are_noticed() throws IOException {
    folder.with("acme.yaml", AFolder.LEAST);
    assertThat(connections.all()).hasSize(1);

    Files.delete(folder.file("acme.yaml"));
    assertThat(connections.all()).isEmpty();

    folder.with("other.yaml", AFolder.LEAST);
    assertThat(connections.all()).extracting(Connection::name).containsExactly("other");
  }

  @Test
  void a_secret_that_is_stored_later_is_noticed_soon() {
    folder.with("acme.yaml", AFolder.LEAST.replace("ck_1", "${secret:acme}"));
    assertThat(connections.all()).isEmpty();

    folder.secrets.put("acme", "ck_stored");
    folder.clock.goOn(Duration.ofSeconds(30));

    assertThat(connections.named("acme").shop().woocommerce().orElseThrow().consumerKey())
        .isEqualTo("ck_stored");
  }

  @Test
  void an_unchanged_file_is_not_read_each_time() {
    folder.with("acme.yaml", AFolder.LEAST);

    assertThat(connections.named("acme")).isSameAs(connections.named("acme"));
  }

  @Test
  void two_files_of_one_shop_may_go_to_two_companies() {
    folder
        .with("a.yaml", AFolder.LEAST + "company: { realm: \"1\" }\n")
        .with("b.yaml", AFolder.LEAST + "company: { realm: \"2\" }\n");

    assertThat(connections.all()).hasSize(2);
  }

  @Test
  void each_finding_is_logged_once(CapturedOutput output) {
    folder.with("acme.yaml", AFolder.LEAST + "sale: {}\n");

    connections.all();
    folder.clock.goOn(Duration.ofMinutes(5));
    connections.all();

    assertThat(output.getAll().split("Unknown key 'sale'", -1)).hasSize(2);
  }

  private static String shopAt(String host) {
    return AFolder.LEAST.replace("shop.example", host);
  }
}
