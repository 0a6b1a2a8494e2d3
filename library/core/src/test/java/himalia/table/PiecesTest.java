package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 1000})
    void eachPlaceComesOnceAndInItsOrder(int count) {
        List<Integer> seen = new ArrayList<>();

        Pieces.each(count, (from, to) -> IntStream.range(from, to).forEach(seen::add));

        assertThat(seen).containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
    }
}
