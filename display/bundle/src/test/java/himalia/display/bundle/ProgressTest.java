package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final AtomicLong now = new AtomicLong();

    private Progress progress(long total) {
        return new Progress("epochs", total, null, now::get);
    }

    @Test
    void aRunningLoopTellsShareRateAndRemainingTime() {
        var progress = progress(12);
        now.set(8_000_000_000L);
        progress.advance(4);
        assertThat(progress)
                .hasToString(
                        "████████░░░░░░░░░░░░░░░░  33 % 4 of 12 epochs · 2.0 s each · 16 s left");
        assertThat(progress.bundle().data().get(MimeBundle.HTML))
                .isEqualTo(
                        "<div style=\"white-space:pre;font-variant-numeric:tabular-nums\"><progress aria-label=\"epochs\""
                                + " value=\"4\" max=\"12\" style=\"width:240px\"></progress>"
                                + " 4 of 12 epochs · 2.0 s each · 16 s left</div>");
    }

    @Test
    void aCompleteLoopTellsHowLongItTook() {
        var progress = progress(12);
        now.set(8_200_000_000L);
        progress.advance(12);
        assertThat(progress).hasToString("12 epochs in 8.2 s");
    }

    @Test
    void workOfUnknownSizeTellsItsRate() {
        var progress = progress(Progress.UNKNOWN);
        now.set(2_000_000_000L);
        progress.advance(5000);
        assertThat(progress).hasToString("5,000 epochs · 2,500 a second");
        progress.finish("3 files");
        assertThat(progress).hasToString("5,000 epochs in 2.0 s · 3 files");
    }

    @Test
    void anInterruptedCellIsToldInTheLastState() {
        var progress = progress(12);
        now.set(3_725_000_000_000L);
        progress.advance(7);
        progress.end(CellEnd.INTERRUPTED);
        progress.end(CellEnd.FINISHED);
        assertThat(progress).hasToString("7 of 12 epochs in 1 h 2 min · interrupted");
    }

    @Test
    void aWrappedListIsPassedOnWhole() {
        var seen = new ArrayList<String>();
        for (var item : Progress.of(List.of("a", "b"), "items")) {
            seen.add(item);
        }
        assertThat(seen).containsExactly("a", "b");
        assertThat(Progress.of(Stream.of(1, 2, 3), 3, "items").mapToInt(i -> i).sum()).isEqualTo(6);
        assertThat(Progress.range(1, 4, "items")).containsExactly(1, 2, 3);
    }

    @Test
    void anInnerLoopIsShownBelowTheOuterOne() {
        var outer = progress(2);
        var shown = "";
        for (var batch : outer.inner(List.of(1, 2, 3), "batches")) {
            now.addAndGet(1_000_000_000L);
            shown = batch == 3 ? outer.toString() : shown;
        }
        assertThat(shown.lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("2 of 3 batches · 1.5 s each");
    }
}
