package himalia.kernel.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plain JShell says what cells mean. */
@Timeout(600)
class OracleTest {
    @Test
    void cellsMeanWhatTheyMeanInJShell() throws Exception {
        var all = Corpus.read();
        int half = all.size() / 2;
        var both =
                SideBySide.run(
                        each -> each.runAll(all.subList(0, half)),
                        each -> each.runAll(all.subList(half, all.size())));
        var found = new TreeMap<String, List<String>>();
        both.forEach(each -> found.putAll(each.differences()));
        System.out.println(
                "Cells against JShell: " + both.get(0).summary() + "; " + both.get(1).summary());
        var known = Corpus.known();
        known.keySet().removeIf(name -> name.startsWith("seed "));
        known.forEach((name, why) -> System.out.println("  differs: " + name + ": " + why));
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
