package himalia.display.grid;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts, numbers and shapes that have broken other people's tables: as HTML and as text, held against files. */
class EdgesTest {
    static List<Arguments> edges() {
        var texts =
                rows(
                        "markup", "<script>alert('x')</script>",
                        "formula", "costs $5 and $6, \\(x\\), $$y$$",
                        "quotes", "\"double\" 'single' `back`",
                        "entities", "&amp; & &lt;",
                        "right to left", "שלום (1) مرحبا",
                        "emoji", "😀 👩‍👩‍👧 🇨🇭 é",
                        "reordering", "a\u202eb",
                        "null", null,
                        "the word null", "null",
                        "empty", "",
                        "spaces", "  ");
        var numbers =
                Arrays.<Object>asList(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        -0.0,
                        Double.MAX_VALUE,
                        Double.MIN_VALUE,
                        1.5,
                        null);
        var whole =
                List.<Object>of(
                        Long.MIN_VALUE,
                        Long.MAX_VALUE,
                        BigInteger.TEN.pow(60),
                        new BigDecimal("12345678901234567890.123456789"),
                        0);
        var wide = new double[3][10_000];
        Arrays.setAll(wide, EdgesTest::wideRow);
        return List.of(
                Arguments.of("texts", texts),
                Arguments.of("numbers", numbers.stream().map(each -> one("x", each)).toList()),
                Arguments.of("huge", whole.stream().map(each -> one("n", each)).toList()),
                Arguments.of("wide", wide),
                Arguments.of("ragged", new Object[][] {{1, "a", null}, null, {}, {2}}),
                Arguments.of("holes", Arrays.asList(one("a", 1), null, Map.of(), one("b", 2))));
    }

    private static double[] wideRow(int row) {
        var numbers = new double[10_000];
        Arrays.setAll(numbers, column -> row * 10_000.0 + column);
        return numbers;
    }

    private static Map<String, Object> one(String name, Object value) {
        var map = new LinkedHashMap<String, Object>();
        map.put(name, value);
        return map;
    }

    private static List<Map<String, Object>> rows(Object... pairs) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < pairs.length; i += 2) {
            var row = one("what", pairs[i]);
            row.put("text", pairs[i + 1]);
            rows.add(row);
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("edges")
    void bothFormsAreAsAPersonHasSeenThem(String name, Object value) {
        var bundle = Display.render(value);
        Golden.check("edge-" + name + ".txt", bundle.text());
        Golden.check("edge-" + name + ".html", html(bundle));
    }

    @Test
    void whatIsNoTableIsOneLine() {
        assertThat(Display.text(List.of())).isEqualTo("[]");
        assertThat(Display.text(List.of(List.of(1, 2), List.of(3)))).isEqualTo("[[1, 2], [3]]");
        assertThat(Display.text(Collections.nCopies(3, null))).isEqualTo("[null, null, null]");
        assertThat(Display.text(new int[0][0])).isEqualTo("0 rows × 0 columns");
    }

    private static String html(MimeBundle bundle) {
        return (String) bundle.data().get(MimeBundle.HTML);
    }
}
