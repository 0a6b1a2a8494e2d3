package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;

class DoubleColumnsTest {
    @Test
    void eachColumnHasItsOwnNumbersThoughOneArrayIsFilledAgainAndAgain() {
        for (var rows : new int[] {0, 3, 30_000}) {
            var names = IntStream.range(0, 7).mapToObj(i -> "c" + i).toList();

            var made = DoubleColumns.of(names, rows, (i, numbers) -> Arrays.fill(numbers, i));

            assertThat(made).extracting(DoubleColumn::name).isEqualTo(names);
            for (var i = 0; i < made.size(); i++) {
                var all = new double[rows];
                Arrays.fill(all, i);
                assertThat(made.get(i).asDoubleArray()).isEqualTo(all);
            }
        }
    }

    @Test
    void noNamesAreNoColumns() {
        assertThat(DoubleColumns.of(List.of(), 3, (i, numbers) -> {})).isEmpty();
    }

    @Test
    void whatAThreadOfThePoolThrowsIsThrownAsItIs() {
        var caller = Thread.currentThread();
        var isThere = new CountDownLatch(1);
        var thrown = new IllegalArgumentException("it has no number");
        var names = IntStream.range(0, 8).mapToObj(i -> "c" + i).toList();

        assertThatThrownBy(
                        () ->
                                DoubleColumns.of(
                                        names,
                                        30_000,
                                        (i, numbers) -> {
                                            if (Thread.currentThread() != caller) {
                                                isThere.countDown();
                                                throw thrown;
                                            }
                                            await(isThere);
                                            if (i == names.size() - 1) {
                                                throw thrown;
                                            }
                                        }))
                .isSameAs(thrown);
    }

    /** On a machine of one core no other thread comes. */
    private static void await(CountDownLatch isThere) {
        try {
            if (!isThere.await(2, TimeUnit.SECONDS)) {
                isThere.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
