package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EachColumnTest {
    private static final int MANY = 30_000;

    @Test
    void whatIsMadeStandsInTheOrderOfTheColumns() {
        for (var rows : new int[] {0, 3, MANY}) {
            assertThat(EachColumn.of(7, rows, column -> "c" + column))
                    .isEqualTo(IntStream.range(0, 7).mapToObj(i -> "c" + i).toList());
        }
    }

    @Test
    void noColumnsAreNothing() {
        assertThat(EachColumn.of(0, 3, column -> column)).isEmpty();
    }

    @Test
    void ofSeveralThatFailTheFirstColumnIsTold() {
        assertThatThrownBy(
                        () ->
                                EachColumn.of(
                                        8,
                                        MANY,
                                        column -> {
                                            if (column % 2 == 1) {
                                                throw new IllegalStateException("column " + column);
                                            }
                                            return column;
                                        }))
                .hasMessage("column 1");
    }

    @Test
    void whatAThreadOfThePoolThrowsIsThrownAsItIs() {
        var caller = Thread.currentThread();
        var isThere = new CountDownLatch(1);
        var thrown = new IllegalArgumentException("it has no number");

        assertThatThrownBy(
                        () ->
                                EachColumn.of(
                                        8,
                                        MANY,
                                        column -> {
                                            if (Thread.currentThread() != caller) {
                                                isThere.countDown();
                                                throw thrown;
                                            }
                                            await(isThere);
                                            if (column == 7) {
                                                throw thrown;
                                            }
                                            return column;
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
