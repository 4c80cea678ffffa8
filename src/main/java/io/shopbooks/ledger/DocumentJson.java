package io.shopbooks.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shopbooks.books.Application;
import io.shopbooks.books.CustomerPayment;
import io.shopbooks.books.Document;
import io.shopbooks.books.Expense;
import io.shopbooks.books.LineItem;
import io.shopbooks.books.NewItem;
import io.shopbooks.books.Ref;
import io.shopbooks.books.SalesForm;
import io.shopbooks.sale.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Documents as the ledger keeps them: money as text with its currency, nothing lost. */
final class DocumentJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule(), money())
          .addMixIn(Document.class, ByKind.class)
          .addMixIn(LineItem.class, ByItem.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // Equal documents are equal texts.
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private DocumentJson() {}

  static String write(Document document) {
    try {
      return JSON.writerFor(Document.class).writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(document.key() + " cannot be written", impossible);
    }
  }

  static Document read(String json) {
    try {
      return JSON.readValue(json, Document.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document in the ledger cannot be read: " + json, e);
    }
  }

  /** The document; empty if this text is none that can be read. */
  static Optional<Document> find(String json) {
    try {
      return json == null ? Optional.empty() : Optional.of(read(json));
    } catch (IllegalStateException unreadable) {
      return Optional.empty();
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "form")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = SalesForm.class, name = "sales-form"),
    @JsonSubTypes.Type(value = CustomerPayment.class, name = "payment"),
    @JsonSubTypes.Type(value = Application.class, name = "application"),
    @JsonSubTypes.Type(value = Expense.class, name = "expense")
  })
  private interface ByKind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Ref.class, name = "known"),
    @JsonSubTypes.Type(value = NewItem.class, name = "new")
  })
  private interface ByItem {}

  private static SimpleModule money() {
    var module = new SimpleModule();
    module.addSerializer(
        new StdSerializer<>(Money.class) {
          @Override
          public void serialize(Money money, JsonGenerator json, SerializerProvider provider)
              throws IOException {
            json.writeString(money.toString());
          }
        });
    module.addDeserializer(
        Money.class,
        new StdDeserializer<>(Money.class) {
          @Override
          public Money deserialize(JsonParser json, DeserializationContext context)
              throws IOException {
            var parts = json.getText().split(" ");
            return new Money(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
          }
        });
    return module;
  }
}
