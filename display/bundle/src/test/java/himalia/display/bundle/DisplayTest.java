package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What live displays are told of the end of their run. */
class DisplayTest {
    /** Notes what it is told. */
    private static final class Live implements Unfinished {
        private final List<CellEnd> told;

        Live(List<CellEnd> told) {
            this.told = told;
        }

        @Override
        public void end(CellEnd how) {
            told.add(how);
        }
    }

    @Test
    void whatIsHeldIsToldWhereNobodyElseHoldsIt() {
        var told = new ArrayList<CellEnd>();
        var tracked = new WeakReference<>(new Live(new ArrayList<>()));
        Display.hold(new Live(told));
        while (tracked.get() != null) {
            System.gc();
        }
        assertThat(Display.hasUnfinished()).isTrue();
        Display.cellEnded(CellEnd.FINISHED);
        Display.cellEnded(CellEnd.FINISHED);
        assertThat(told).containsExactly(CellEnd.FINISHED);
        assertThat(Display.hasUnfinished()).isFalse();
    }

    @Test
    void whatIsReleasedIsToldNothing() {
        var told = new ArrayList<CellEnd>();
        var live = new Live(told);
        Display.hold(live);
        Display.release(live);
        Display.cellEnded(CellEnd.FINISHED);
        assertThat(told).isEmpty();
    }
}
