package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CoresTest {
    @Test
    void littleIsDoneByOneCoreAndMuchByAll() {
        assertThat(Cores.range(10, 1_000).isParallel()).isFalse();
        assertThat(Cores.range(10, 100_000_000L).isParallel()).isTrue();
        assertThat(Cores.range(10, 100_000_000L).sum()).isEqualTo(45);
        assertThat(Cores.count(1_000)).isEqualTo(1);
    }

    @Test
    void everyPlaceIsDoneOnce() {
        for (long work : new long[] {1, 100_000_000L}) {
            for (int count : new int[] {0, 1, 2, 3, 1_000}) {
                var times = new AtomicIntegerArray(count + 1);
                Cores.each(count, work, times::incrementAndGet);
                for (int i = 0; i <= count; i++) {
                    assertThat(times.get(i)).isEqualTo(i < count ? 1 : 0);
                }
            }
        }
    }

    @Test
    void anErrorIsThrownAsItIsAndEndsTheOthers() {
        for (long work : new long[] {1, 100_000_000L}) {
            var done = new AtomicInteger();
            var wanted = new StackOverflowError("here");
            assertThatThrownBy(
                            () ->
                                    Cores.each(
                                            1_000_000,
                                            work,
                                            i -> {
                                                if (i == 3) {
                                                    throw wanted;
                                                }
                                                done.incrementAndGet();
                                            }))
                    .isSameAs(wanted);
            assertThat(done.get()).isLessThan(900_000);
        }
    }

    @Test
    void whatTheFirstPlaceThrowsIsThrownAsItIs() {
        for (long work : new long[] {1, 100_000_000L}) {
            for (int time = 0; time < 200; time++) {
                assertThatThrownBy(
                                () ->
                                        Cores.each(
                                                50,
                                                work,
                                                i -> {
                                                    if (i >= 7) {
                                                        throw new CancellationException("at " + i);
                                                    }
                                                }))
                        .isExactlyInstanceOf(CancellationException.class)
                        .hasMessage("at 7");
            }
        }
    }
}
