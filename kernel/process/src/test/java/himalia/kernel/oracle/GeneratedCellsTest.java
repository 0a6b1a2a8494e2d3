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
    void generatedCellsMeanWhatTheyMeanInJShell() throws Exception {
        try (var jshell = new JShellProcess(true);
                var other = new JShellProcess(false);
                var kernel = new KernelSession()) {
            var differences = new Differences(jshell, other, kernel, each -> {});
            differences.runGenerated(SEED, COUNT);
            System.out.println(
                    COUNT + " generated programs against JShell: " + differences.summary());
            var known = new TreeSet<>(Corpus.known().keySet());
            known.removeIf(each -> !isAsked(each));
            var found = new TreeMap<String, List<String>>();
            differences
                    .found()
                    .forEach((text, each) -> found.put(text.lines().findFirst().orElse(""), each));
            assertThat(found.keySet())
                    .as(() -> String.join("\n", differences.found().keySet()))
                    .isSubsetOf(known);
            assertThat(found.keySet())
                    .as("what known.txt names differs no more: take it out of the file")
                    .containsAll(known);
        }
    }
}
