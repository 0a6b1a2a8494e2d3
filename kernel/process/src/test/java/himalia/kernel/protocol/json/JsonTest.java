package himalia.kernel.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void everyKindOfValueIsRead() {
        var text =
                " { \"a\" : [ 1 , -2.5 , true , false , null , \"x\" ] , \"b\" : { } , \"c\" : [ ] } ";

        assertThat(Json.read(text))
                .isEqualTo(
                        Map.of(
                                "a",
                                Arrays.asList(1L, -2.5, true, false, null, "x"),
                                "b",
                                Map.of(),
                                "c",
                                List.of()));
    }

    @Test
    void fieldsKeepTheirOrder() {
        var text = "{\"z\":1,\"a\":2,\"m\":{\"y\":3,\"b\":4}}";

        assertThat(Json.write(Json.read(text))).isEqualTo(text);
    }

    @Test
    void numbersKeepTheirKind() {
        assertThat(Json.read("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(Json.read("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(Json.read("9223372036854775808"))
                .isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(Json.read("0")).isEqualTo(0L);
        assertThat(Json.read("1.0")).isEqualTo(1.0);
        assertThat(Json.read("1e3")).isEqualTo(1000.0);
        assertThat(Json.read("1E+400")).isEqualTo(new BigDecimal("1E+400"));
        assertThat(Json.read("5e-324")).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void escapesAreReadAndOnlyNeededOnesAreWritten() {
        assertThat(Json.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\""))
                .isEqualTo("\"\\/\b\f\n\r\t\u00e9\ud83d\ude00");
        assertThat(Json.write("\"\\/\b\f\n\r\t\u0001\u001f\u007f\u00e9\u2028\ud83d\ude00"))
                .isEqualTo(
                        "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007f\u00e9\u2028\ud83d\ude00\"");
    }

    @Test
    void halfACharacterIsEscapedAndComesBack() {
        for (var half :
                List.of("\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d", "\ud83d\ud83d\ude00")) {
            var bytes = Json.bytes(half);

            assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("?");
            assertThat(Json.read(bytes)).isEqualTo(half);
        }
        assertThat(Json.write("\ud83d")).isEqualTo("\"\\ud83d\"");
    }

    @Test
    void javaValuesHaveAForm() {
        assertThat(
                        Json.write(
                                Arrays.asList(
                                        1,
                                        (short) 2,
                                        (byte) 3,
                                        4L,
                                        0.1f,
                                        1e300,
                                        'c',
                                        new StringBuilder("s"),
                                        null)))
                .isEqualTo("[1,2,3,4,0.1,1.0E300,\"c\",\"s\",null]");
        assertThat(
                        Json.write(
                                new Object[] {
                                    new int[] {1, 2},
                                    new double[] {0.5},
                                    new String[] {"a"},
                                    new boolean[] {true}
                                }))
                .isEqualTo("[[1,2],[0.5],[\"a\"],[true]]");
        assertThat(Json.write(new byte[] {0, 1, 2, (byte) 255})).isEqualTo("\"AAEC/w==\"");
        assertThat(
                        Json.write(
                                List.of(
                                        new BigInteger("123456789012345678901"),
                                        new BigDecimal("1.50"),
                                        new AtomicInteger(7))))
                .isEqualTo("[123456789012345678901,1.50,7]");
    }

    @Test
    void whatIsNoNumberInJsonIsNull() {
        assertThat(
                        Json.write(
                                List.of(
                                        Double.NaN,
                                        Double.POSITIVE_INFINITY,
                                        Float.NaN,
                                        Float.NEGATIVE_INFINITY)))
                .isEqualTo("[null,null,null,null]");
    }

    @Test
    void whatHasNoFormIsRefusedByClass() {
        assertThatThrownBy(() -> Json.write(Map.of("a", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "java.lang.Object has no JSON; give a map, list, array, text, number, boolean or null");
    }

    @Test
    void anEndlessValueIsRefused() {
        var self = new ArrayList<Object>();
        self.add(self);

        assertThatThrownBy(() -> Json.write(self))
                .hasMessage("values nested deeper than 500 have no JSON; does one contain itself?");
        assertThatThrownBy(() -> Json.read("[".repeat(100_000)))
                .hasMessage("no JSON at position 501: nested deeper than 500");
        assertThat(Json.read("[".repeat(500) + "]".repeat(500))).isInstanceOf(List.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,]",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{a:1}",
                "{1:2}",
                "nul",
                "nulll",
                "tru",
                "True",
                "NaN",
                "Infinity",
                "-",
                "+1",
                "01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x1",
                "'a'",
                "\"",
                "\"a",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\n\"",
                "1 2",
                "[] []",
                "1e99999999999",
                "\u0661",
                "\"\\u\u0661\u0661\u0661\u0661\""
            })
    void whatIsNoJsonIsRefusedWithItsPosition(String text) {
        assertThatThrownBy(() -> Json.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("no JSON at position \\d+: (?s).+");
    }

    @Test
    void theMessageSaysWhatWasExpected() {
        assertThatThrownBy(() -> Json.read("{\"a\" 1}"))
                .hasMessage("no JSON at position 5: expected ':', got '1'");
        assertThatThrownBy(() -> Json.read("[1 2]"))
                .hasMessage("no JSON at position 3: expected ',' or ']', got '2'");
        assertThatThrownBy(() -> Json.read("{\"a\":"))
                .hasMessage("no JSON at position 5: the text ends where more was expected");
        assertThatThrownBy(() -> Json.read("1".repeat(2_000)))
                .hasMessage("no JSON at position 2000: a number of more than 1000 characters");
    }

    @Test
    void anyValueComesBackAsItWas() {
        var random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            var value = value(random, 5);

            assertThat(Json.read(Json.bytes(value))).isEqualTo(value);
        }
    }

    private static Object value(Random random, int depth) {
        switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0:
                return random.nextLong() >> random.nextInt(64);
            case 1:
                return random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            case 2:
                return random.nextBoolean();
            case 3:
                return random.ints(random.nextInt(12), 0, 0x110000)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
            case 4:
                return "";
            case 5:
                var items = new ArrayList<Object>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    items.add(value(random, depth - 1));
                }
                return items;
            default:
                return Map.of(
                        "first",
                        value(random, depth - 1),
                        "\"second\"\n",
                        value(random, depth - 1));
        }
    }
}
