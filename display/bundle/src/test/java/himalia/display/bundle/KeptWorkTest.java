package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptWorkTest {
    private final Thread here = Thread.currentThread();

    @Test
    void workWithinWorkLeavesTheOuterOneRunning() {
        try (var outer = KeptWork.begin("model")) {
            try (var inner = KeptWork.begin("round")) {
                assertThat(KeptWork.on(here)).containsSame(outer);
                assertThat(inner.isOver()).isFalse();
            }
            assertThat(KeptWork.on(here)).containsSame(outer);
            assertThat(outer.isOver()).isFalse();
        }
        assertThat(KeptWork.on(here)).isEmpty();
    }

    @Test
    void whoGivesUpTheOuterOneGivesUpWhatItBegan() {
        try (var outer = KeptWork.begin("model");
                var inner = KeptWork.begin("round")) {
            outer.giveUp();

            assertThat(inner.isGivenUp()).isTrue();
            assertThat(inner.isOver()).isTrue();
            assertThat(KeptWork.on(here)).isEmpty();
        }
        assertThat(KeptWork.on(here)).isEmpty();
        try (var next = KeptWork.begin("round")) {
            assertThat(next.isGivenUp()).isFalse();
            assertThat(KeptWork.on(here)).containsSame(next);
        }
    }

    @Test
    void theOrderInWhichTheyAreClosedIsEverybodysOwn() {
        var outer = KeptWork.begin("model");
        var inner = KeptWork.begin("round");

        outer.close();
        assertThat(KeptWork.on(here)).containsSame(inner);
        inner.close();
        assertThat(KeptWork.on(here)).isEmpty();
    }

    @Test
    void theOutermostIsAwaitedWhateverIsClosedBetween() {
        var outer = KeptWork.begin("model");
        var middle = KeptWork.begin("fold");
        var inner = KeptWork.begin("round");

        middle.close();
        inner.close();
        assertThat(KeptWork.on(here)).containsSame(outer);
        outer.close();
        assertThat(KeptWork.on(here)).isEmpty();
    }

    @Test
    void whatIsLeftOpenIsGivenUpHoweverMuchThereIs() {
        for (int i = 0; i < 50_000; i++) {
            KeptWork.begin("round");
        }
        var first = KeptWork.on(here).orElseThrow();

        first.giveUp();
        assertThat(first.isOver()).isTrue();
        assertThat(KeptWork.on(here)).isEmpty();
    }

    @Test
    void itIsToldOnce() {
        try (var work = KeptWork.begin("round")) {
            assertThat(work.isTold()).isFalse();
            work.tell();
            assertThat(work.isTold()).isTrue();
        }
    }
}
