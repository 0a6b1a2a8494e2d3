package himalia.display.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a class of the user's says of itself, in the places that tables are in. */
class OwnTextTest {
    record Point(int x, double y) {}

    static final class Roster extends ArrayList<Point> {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return size() + " points";
        }
    }

    static final class Graph extends HashMap<String, Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return size() + " nodes";
        }
    }

    record Held(Roster roster, Graph graph) {}

    @Test
    void aListOrAMapWithATextOfItsOwnIsShownByItInACellToo() {
        var roster = new Roster();
        roster.add(new Point(1, 2));
        var graph = new Graph();
        graph.put("a", 1);
        assertThat(new ListRenderer().render(roster).data())
                .isEqualTo(Map.of("text/plain", "1 points"));
        assertThat(new MapRenderer().render(graph).data())
                .isEqualTo(Map.of("text/plain", "1 nodes"));
        assertThat(new ListRenderer().render(List.of(new Held(roster, graph))).text())
                .contains("1 points  1 nodes");
    }

    record Loud(String name) {
        @Override
        public String name() {
            return name.toUpperCase(Locale.ROOT);
        }
    }

    @Test
    void aColumnOfRecordsIsWhatTheirAccessorsSay() {
        assertThat(new ListRenderer().render(List.of(new Loud("ada"))).text()).contains("ADA");
    }

    record Named(String name) {
        @Override
        public String toString() {
            return name + "!";
        }
    }

    @Test
    void recordsWithATextOfTheirOwnAreListedByIt() {
        var list = List.of(new Named("a"), new Named("b"));
        assertThat(new ListRenderer().render(list).data())
                .isEqualTo(Map.of("text/plain", "[a!, b!]"));
    }

    static final class Nothing {
        @Override
        @SuppressWarnings("NullAway") // as a beginner's may
        public String toString() {
            return null;
        }
    }

    static final class Broken {
        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }

    @Test
    void anElementWithoutATextCostsTheOthersNothing() {
        assertThat(new ListRenderer().render(List.of(new Nothing())).text()).isEqualTo("[null]");
        var broken = " [its toString failed: java.lang.IllegalStateException: no text]";
        var name = Broken.class.getName();
        assertThat(new ListRenderer().render(List.of(1, 2, new Broken())).text())
                .isEqualTo("[1, 2, " + name + broken + "]");
        assertThat(new ArrayRenderer().render(new Object[] {new Broken(), 1}).text())
                .isEqualTo("[" + name + broken + ", 1]");
    }
}
