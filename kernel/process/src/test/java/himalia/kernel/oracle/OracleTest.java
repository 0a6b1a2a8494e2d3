package himalia.kernel.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plain JShell says what cells mean. */
@Timeout(600)
class OracleTest {
    @Test
    void cellsMeanWhatTheyMeanInJShell() throws Exception {
        try (var engines = new Engines();
                var kernel = new KernelSession()) {
            var differences = new Differences(engines, kernel, each -> {});
            differences.runAll(Corpus.read());
            System.out.println("Cells against JShell: " + differences.summary());
            var known = Corpus.known();
            known.keySet().removeIf(name -> name.startsWith("seed "));
            known.forEach((name, why) -> System.out.println("  differs: " + name + ": " + why));
            var found = differences.found();
            var unknown = new TreeSet<>(found.keySet());
            unknown.removeAll(known.keySet());
            assertThat(unknown)
                    .as(
                            () ->
                                    unknown.stream()
                                            .map(
                                                    name ->
                                                            name
                                                                    + "\n"
                                                                    + String.join(
                                                                            "\n", found.get(name)))
                                            .toList()
                                            .toString())
                    .isEmpty();
            assertThat(found.keySet())
                    .as("what known.txt names differs no more: take it out of the file")
                    .containsAll(known.keySet());
        }
    }
}
