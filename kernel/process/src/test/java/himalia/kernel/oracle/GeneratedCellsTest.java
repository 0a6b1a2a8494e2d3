package himalia.kernel.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Programs by chance, as JShell runs them. {@code -Dhimalia.oracle.seed} is the first seed, {@code -Dhimalia.oracle.count}
 * how many there are; what differs is told as the smallest program that still does.
 */
@Timeout(3600)
class GeneratedCellsTest {
    private static final long SEED = Long.getLong("himalia.oracle.seed", 1);
    private static final int COUNT = Integer.getInteger("himalia.oracle.count", 500);

    private static boolean isAsked(String known) {
        if (!known.startsWith("seed ")) {
            return false;
        }
        long seed = Long.parseLong(known.substring("seed ".length()));
        return seed >= SEED && seed < SEED + COUNT;
    }

    @Test
    void generatedCellsMeanWhatTheyMeanInJShell() {
        int half = COUNT / 2;
        var both =
                SideBySide.run(
                        each -> each.runGenerated(SEED, half),
                        each -> each.runGenerated(SEED + half, COUNT - half));
        var programs = new TreeMap<String, List<String>>();
        both.forEach(each -> programs.putAll(each.differences()));
        System.out.println(
                COUNT
                        + " generated programs against JShell: "
                        + both.get(0).summary()
                        + "; "
                        + both.get(1).summary());
        var known = new TreeSet<>(Corpus.known().keySet());
        known.removeIf(each -> !isAsked(each));
        var found = new TreeSet<String>();
        programs.keySet().forEach(text -> found.add(text.lines().findFirst().orElse("")));
        assertThat(found).as(() -> String.join("\n", programs.keySet())).isSubsetOf(known);
        assertThat(found)
                .as("what known.txt names differs no more: take it out of the file")
                .containsAll(known);
    }
}
