package himalia.magics.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.spi.MagicCatalog.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JavaTextTest {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private final JavaText java = new JavaText(HERE, List.of());

    /** A record whose short constructor has usual values for the rest. */
    public record Forest(int trees, int depth, double rate, boolean balanced, long seed) {
        public Forest(int trees, long seed) {
            this(trees, 6, 0.3, false, seed);
        }
    }

    /** A record of a record. */
    public record Wood(Forest forest, List<Integer> layers) {}

    @Test
    void aLiteralIsOfItsType() {
        assertThat(java.list("a \"b\"\n\\", 'c', '\'', 1, 2L, 0.5, 1e-7, 2f, true, null))
                .isEqualTo(
                        "\"a \\\"b\\\"\\n\\\\\", 'c', '\\'', 1, 2L, 0.5, 1.0E-7, 2.0f, true, null");
        assertThat(java.list(Double.NaN, Double.NEGATIVE_INFINITY, (short) 3))
                .isEqualTo("Double.NaN, Double.NEGATIVE_INFINITY, (short) 3");
        assertThat(java.of(List.of(1, 2))).isEqualTo("List.of(1, 2)");
        assertThat(java.of(Map.of("a", 1.0))).isEqualTo("Map.of(\"a\", 1.0)");
        var many = new TreeMap<Integer, Integer>();
        for (int i = 0; i < 11; i++) {
            many.put(i, -i);
        }
        // Map.of takes ten.
        assertThat(java.of(many)).startsWith("Map.ofEntries(Map.entry(0, 0), Map.entry(1, -1), ");
        assertThat(java.of(new String[] {"a"})).isEqualTo("new String[] {\"a\"}");
        assertThat(java.of(TimeUnit.DAYS)).isEqualTo("TimeUnit.DAYS");
    }

    @Test
    void aRecordIsWrittenWithTheSettingsThatDifferFromTheUsualOnes() {
        var name = Forest.class.getCanonicalName();
        assertThat(java.of(new Forest(10, 7))).isEqualTo("new " + name + "(10, 7)");
        assertThat(java.of(new Forest(10, 3, 0.3, false, 7)))
                .isEqualTo("new " + name + "(10, 3, 0.3, false, 7)");
        assertThat(java.of(new Wood(new Forest(10, 1L << 40), List.of(4))))
                .isEqualTo(
                        "new %s(new %s(10, 1099511627776L), List.of(4))"
                                .formatted(Wood.class.getCanonicalName(), name));
    }

    @Test
    void whatTheLineNamedIsWrittenAsItWasNamed() {
        var rows = new ArrayList<>(List.of("a"));
        var named = new JavaText(HERE, List.of(new Value("rows.get(0)", rows), new Value("n", 5)));

        assertThat(named.of(rows)).isEqualTo("rows.get(0)");
        assertThat(named.of(new ArrayList<>(rows))).isEqualTo("List.of(\"a\")");
        // Five is five, whoever else is.
        assertThat(named.of(5)).isEqualTo("5");
    }

    @Test
    void aFileIsFoundWhereverTheMagicsHaveMovedTo() {
        assertThat(java.path(Path.of("a.csv"))).isEqualTo("Path.of(\"a.csv\")");
        assertThat(new JavaText(HERE.resolve("data"), List.of()).path(Path.of("a.csv")))
                .isEqualTo("Path.of(\"" + HERE.resolve("data").resolve("a.csv") + "\")");
    }

    @Test
    void whatCannotBeWrittenIsToBeNamed() {
        assertThatThrownBy(() -> java.of(new Object()))
                .hasMessage(
                        "a Object cannot be written as Java; put it in a variable, and name that in the line");
    }
}
