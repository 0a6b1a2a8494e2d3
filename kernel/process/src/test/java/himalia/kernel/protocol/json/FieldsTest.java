package himalia.kernel.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static Fields of(String json) {
        @SuppressWarnings("unchecked")
        var map = (Map<String, Object>) Json.read(json);
        return new Fields(map == null ? Map.of() : map);
    }

    @Test
    void whatIsAbsentOrNullIsTheDefault() {
        for (var fields : List.of(of("{}"), of("{\"a\":null}"))) {
            assertThat(fields.text("a", "x")).isEqualTo("x");
            assertThat(fields.flag("a", true)).isTrue();
            assertThat(fields.number("a", 7)).isEqualTo(7);
            assertThat(fields.number("a")).isEmpty();
            assertThat(fields.object("a")).isEmpty();
            assertThat(fields.list("a")).isEmpty();
            assertThat(fields.texts("a")).isEmpty();
            assertThatThrownBy(() -> fields.text("a")).hasMessage("the field 'a' is missing");
        }
    }

    @Test
    void whatIsThereIsRead() {
        var fields =
                of(
                        "{\"t\":\"x\",\"f\":true,\"n\":3,\"d\":4.0,\"o\":{\"i\":1},\"l\":[\"a\",\"b\"],\"m\":[{}]}");

        assertThat(fields.text("t")).isEqualTo("x");
        assertThat(fields.flag("f", false)).isTrue();
        assertThat(fields.number("n", 0)).isEqualTo(3);
        assertThat(fields.number("d", 0)).isEqualTo(4);
        assertThat(fields.fields("o").number("i", 0)).isEqualTo(1);
        assertThat(fields.texts("l")).containsExactly("a", "b");
        assertThat(fields.objects("m")).containsExactly(Map.of());
    }

    @Test
    void aWrongTypeIsToldWithTheFieldAndTheValue() {
        var fields =
                of(
                        "{\"a\":5,\"b\":\"yes\",\"c\":1.5,\"d\":[],\"e\":{},\"f\":[\"x\",1],\"g\":99999999999999999999}");

        assertThatThrownBy(() -> fields.text("a", ""))
                .hasMessage("the field 'a' must be a text, got 5");
        assertThatThrownBy(() -> fields.flag("b", false))
                .hasMessage("the field 'b' must be true or false, got \"yes\"");
        assertThatThrownBy(() -> fields.number("c", 0))
                .hasMessage("the field 'c' must be a whole number, got 1.5");
        assertThatThrownBy(() -> fields.number("g", 0))
                .hasMessage("the field 'g' must be a whole number, got 99999999999999999999");
        assertThatThrownBy(() -> fields.object("d"))
                .hasMessage("the field 'd' must be an object, got []");
        assertThatThrownBy(() -> fields.list("e"))
                .hasMessage("the field 'e' must be a list, got {}");
        assertThatThrownBy(() -> fields.texts("f"))
                .hasMessage("the field 'f' must be a list of texts, got 1");
        assertThatThrownBy(() -> of("{\"a\":[\"" + "x".repeat(200) + "\"]}").text("a"))
                .hasMessage("the field 'a' must be a text, got [\"" + "x".repeat(78) + "…");
    }

    @Test
    void aCopyKeepsOrderAndNulls() {
        var map = OrderedMaps.map("z", 1, "a", null, "m", 2);
        var copy = Fields.copy(map);
        map.put("later", 3);

        assertThat(copy.keySet()).containsExactly("z", "a", "m");
        assertThat(copy).isEqualTo(new HashMap<>(OrderedMaps.map("z", 1, "a", null, "m", 2)));
    }
}
