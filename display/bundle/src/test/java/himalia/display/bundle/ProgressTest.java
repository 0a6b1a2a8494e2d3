package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
                        "<div class=\"mathjax_ignore tex2jax_ignore\">"
                                + "<div style=\"white-space:pre;font-variant-numeric:tabular-nums\"><progress aria-label=\"epochs\""
                                + " value=\"4\" max=\"12\" style=\"width:240px\"></progress>"
                                + " 4 of 12 epochs · 2.0 s each · 16 s left</div></div>");
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
    void workOfUnknownSizeThatAnInterruptLeftIsNotToldAsComplete() {
        var left = progress(Progress.UNKNOWN);
        var complete = progress(Progress.UNKNOWN);
        var before = progress(Progress.UNKNOWN);
        now.set(2_000_000_000L);
        before.advance(3);
        before.close();
        now.set(4_000_000_000L);
        left.advance(7);
        left.close();
        complete.advance(9);
        complete.finish("");
        for (var each : List.of(left, complete, before)) {
            each.end(CellEnd.INTERRUPTED);
        }
        assertThat(left).hasToString("7 epochs in 4.0 s · interrupted");
        assertThat(complete).hasToString("9 epochs in 4.0 s");
        assertThat(before.bundle().text()).doesNotContain("interrupted");
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

    @Test
    void partOfTheNextOneCountsAndWordsStandBesideTheNumbers() {
        var progress = progress(20);
        now.set(7_000_000_000L);
        progress.advance(3);
        progress.part(400, 800, "batches");
        progress.note("loss 0.031");
        assertThat(progress)
                .hasToString(
                        "████░░░░░░░░░░░░░░░░░░░░  17 % 3 of 20 epochs · 2.0 s each · 33 s left"
                                + " · 400 of 800 batches · loss 0.031");
        assertThat(progress.bundle().data().get(MimeBundle.HTML))
                .asString()
                .contains("value=\"3.500\" max=\"20\"");
        progress.advance(17);
        assertThat(progress).hasToString("20 epochs in 7.0 s · loss 0.031");
    }

    @Test
    void measuredWorkIsAskedHowFarItIsAndKeepsItsLastAnswer() {
        var progress = progress(300);
        now.set(2_000_000_000L);
        progress.measure(() -> 0.5);
        assertThat(progress.bundle().text())
                .endsWith("150 of 300 epochs · 75 a second · 2.0 s left");
        progress.measure(() -> 0.1);
        assertThat(progress.bundle().text()).contains("150 of 300 epochs");
        progress.close();
        assertThat(progress).hasToString("150 of 300 epochs in 2.0 s · stopped");
        progress.end(CellEnd.INTERRUPTED);
        assertThat(progress).hasToString("150 of 300 epochs in 2.0 s · interrupted");
    }

    @Test
    void workThatMayBeShortIsShownOnceItLastsAndItsEndIsOneLine() throws InterruptedException {
        var notebook = new Watching();
        Display.connect(notebook);
        try {
            var asked = new ArrayList<String>();
            try (var quick = Progress.whenLong("rounds", 3)) {
                quick.note(() -> asked.remove(0));
                quick.advance(3);
            }
            var begun = System.nanoTime();
            try (var slow = Progress.whenLong("rounds", -1)) {
                slow.advance(7);
                assertThat(notebook.shown.await(20, TimeUnit.SECONDS)).isTrue();
                assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(500_000_000L);
                slow.note("loss 0.031");
                slow.finish("");
            }
            assertThat(notebook.texts).hasSizeGreaterThanOrEqualTo(2);
            assertThat(notebook.texts.get(0)).matches("7 rounds · [0-9.]+ (a second|s each)");
            assertThat(notebook.texts.get(notebook.texts.size() - 1))
                    .matches("7 rounds in [0-9.]+ s · loss 0.031");
        } finally {
            Display.connect(new PlainSink());
        }
    }

    @Test
    void whatIsPartOfShownWorkIsNotShownBesideIt() throws InterruptedException {
        var notebook = new Watching();
        Display.connect(notebook);
        try {
            try (var folds = Progress.whenLong("folds", 2)) {
                assertThat(Display.isPart()).isTrue();
                try (var rounds = Progress.whenLong("rounds", 3)) {
                    assertThat(notebook.shown.await(20, TimeUnit.SECONDS)).isTrue();
                    rounds.advance(2);
                }
                assertThat(Display.isPart()).isTrue();
                folds.advance(2);
            }
            assertThat(notebook.texts).allMatch(text -> text.contains(" folds"));
            assertThat(Display.isPart()).isFalse();

            var left = Progress.whenLong("rows", 3);
            assertThat(Display.isPart()).isTrue();
            left.end(CellEnd.FAILED);
            assertThat(Display.isPart()).isFalse();
        } finally {
            Display.connect(new PlainSink());
        }
    }

    @Test
    void workThatIsTooLittleIsNeverShown() throws InterruptedException {
        var notebook = new Watching();
        Display.connect(notebook);
        try (var little = Progress.unseen("kB", 3)) {
            assertThat(notebook.shown.await(700, TimeUnit.MILLISECONDS)).isFalse();
            for (var item : little.inner(List.of(1, 2), "items")) {
                assertThat(item).isPositive();
            }
            assertThat(notebook.shown.await(300, TimeUnit.MILLISECONDS)).isFalse();
            little.advance(3);
        } finally {
            Display.connect(new PlainSink());
        }
        assertThat(notebook.texts).isEmpty();
    }

    @Test
    void whereNoNotebookListensALibraryKeepsItsProgressToItself() {
        try (var progress = Progress.whenLong("rounds", 3)) {
            progress.advance(1);
            progress.note(
                    () -> {
                        throw new AssertionError("nobody sees it");
                    });
            assertThat(progress.isShown()).isFalse();
        }
        assertThatThrownBy(() -> Progress.whenLong("rounds", -2))
                .hasMessage("the total must be at least 0, or -1 if nobody knows, got -2");
    }

    /** A notebook that remembers what it showed. */
    private static final class Watching implements DisplaySink {
        final List<String> texts = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch shown = new CountDownLatch(1);

        @Override
        public void show(MimeBundle bundle, Optional<String> id) {
            update(id.orElseThrow(), bundle);
            shown.countDown();
        }

        @Override
        public void update(String id, MimeBundle bundle) {
            // Other tests leave displays behind, whose last update may be due now.
            if (bundle.text().contains("rounds")) {
                texts.add(bundle.text());
            }
        }

        @Override
        public void clear(boolean wait) {}
    }
}
