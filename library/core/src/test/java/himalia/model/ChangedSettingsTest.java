package himalia.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which settings are worth a word. */
class ChangedSettingsTest {
    record Inner(int depth, String mode) {
        Inner(int depth) {
            this(depth, "fast");
        }
    }

    record Outer(double rate, boolean shuffle, List<Inner> parts, double[] weights, String note) {
        Outer(double rate) {
            this(rate, true, List.of(), new double[] {1}, "");
        }
    }

    record Bare(int rounds, String note) {}

    @Test
    void whatTheShortestConstructorAsksForIsToldAndWhatItGivesIsNot() {
        assertThat(ChangedSettings.of(new Outer(0.5))).containsOnly(entry("rate", "0.5"));
    }

    @Test
    void whatIsOtherThanItGivesIsTold() {
        var parts = List.of(new Inner(3), new Inner(4, "exact"));
        var outer = new Outer(0.5, false, parts, new double[] {1}, "x");
        assertThat(ChangedSettings.of(outer))
                .containsExactly(
                        entry("rate", "0.5"),
                        entry("shuffle", "false"),
                        entry("parts", "[Inner(depth=3), Inner(depth=4, mode=exact)]"),
                        entry("note", "x"));
    }

    @Test
    void withoutAShortWayAllIsToldButNothing() {
        assertThat(ChangedSettings.of(new Bare(2, ""))).containsOnly(entry("rounds", "2"));
        assertThat(ChangedSettings.of("no record")).isEmpty();
    }

    private static Map.Entry<String, String> entry(String name, String value) {
        return Map.entry(name, value);
    }
}
