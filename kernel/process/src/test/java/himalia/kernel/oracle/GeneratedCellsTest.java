package himalia.kernel.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
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

    /** What differs, by the first line of the smallest program that does. */
    private record Found(Map<String, List<String>> differences, String summary) {}

    private static Found run(long seed, int count) {
        try (var engines = new Engines();
                var kernel = new KernelSession()) {
            var differences = new Differences(engines, kernel, each -> {});
            differences.runGenerated(seed, count);
            return new Found(differences.found(), differences.summary());
        } catch (Exception e) {
            throw new IllegalStateException("seeds from " + seed, e);
        }
    }

    /** Two at a time: each waits for its processes half of the time. */
    @Test
    void generatedCellsMeanWhatTheyMeanInJShell() {
        int half = COUNT / 2;
        var first = CompletableFuture.supplyAsync(() -> run(SEED, half));
        var second = run(SEED + half, COUNT - half);
        var programs = new TreeMap<>(first.join().differences());
        programs.putAll(second.differences());
        System.out.println(
                COUNT
                        + " generated programs against JShell: "
                        + first.join().summary()
                        + "; "
                        + second.summary());
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
