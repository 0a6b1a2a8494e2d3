package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The commonest codes among a few rows, counted one by one. */
class CommonestTest {
    @Test
    void theyAreThoseThatComeMostOften() {
        var random = new Random(42);
        for (int time = 0; time < 500; time++) {
            var codes = random.ints(50, 0, 6).toArray();
            var among = random.ints(1 + random.nextInt(8), 0, 50).toArray();
            var counts =
                    Arrays.stream(among)
                            .mapToObj(row -> codes[row])
                            .collect(
                                    Collectors.groupingBy(
                                            Function.identity(), Collectors.counting()));
            long most = Collections.max(counts.values());

            assertThat(Commonest.of(codes, among))
                    .containsExactly(
                            IntStream.range(0, 6)
                                    .filter(code -> counts.getOrDefault(code, 0L) == most)
                                    .toArray());
        }
    }
}
