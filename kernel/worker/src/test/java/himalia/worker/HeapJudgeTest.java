package himalia.worker;

import static himalia.worker.HeapJudge.Verdict.FULL;
import static himalia.worker.HeapJudge.Verdict.SHORT;
import static himalia.worker.HeapJudge.Verdict.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.worker.HeapJudge.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapJudgeTest {
    private static final long SECOND = 1_000_000_000L;

    private final HeapJudge judge = new HeapJudge(1_000);
    private final HeapLook look = new HeapLook();

    /** What the cell is given until the next look. */
    private long given;

    HeapJudgeTest() {
        look.free = 1_000;
        look.now = 1;
    }

    /** Looks every tenth of a second; what is in between is collecting, or not. */
    private List<Verdict> looks(int looks, long free, double share, int pauses) {
        var verdicts = new ArrayList<Verdict>();
        for (int i = 0; i < looks; i++) {
            look.free = free;
            look.now += SECOND / 10;
            look.collected += Math.round(100 * share);
            look.collections += pauses;
            look.allocated += given;
            verdicts.add(judge.of(look));
        }
        return verdicts;
    }

    /** One pause, and a look behind it. */
    private Verdict pause(long seconds, long free) {
        look.free = free;
        look.now += seconds * SECOND;
        look.collected += 1_000 * seconds;
        look.collections++;
        return judge.of(look);
    }

    @Test
    void withHardlyAnythingFreeAndHardlyAnythingDoneItIsFull() {
        judge.begin(look);
        assertThat(looks(15, 50, 0.8, 1)).containsOnly(WELL);
        assertThat(looks(1, 50, 0.8, 1)).containsOnly(FULL);
    }

    /** What was let go of since is garbage until then. */
    @Test
    void itIsFullBehindACollectionAlone() {
        judge.begin(look);
        assertThat(looks(15, 50, 0.8, 1)).containsOnly(WELL);
        assertThat(looks(3, 50, 0.8, 0)).containsOnly(WELL);
        assertThat(looks(1, 50, 0.8, 1)).containsOnly(FULL);
        assertThat(looks(16, 50, 0.8, 0)).containsOnly(WELL);
        assertThat(looks(1, 500, 0.8, 1)).containsOnly(WELL);
    }

    @Test
    void withMoreFreeItIsShortFirst() {
        judge.begin(look);
        assertThat(looks(21, 100, 0.95, 1)).endsWith(SHORT);
        assertThat(looks(22, 100, 0.95, 1)).contains(FULL);
    }

    @Test
    void aCollectorThatNeverPausesIsTold() {
        judge.begin(look);
        assertThat(looks(21, 150, 1, 1)).endsWith(SHORT);
        assertThat(looks(42, 150, 1, 1)).contains(FULL);
    }

    @Test
    void whoGetsAnywhereIsWell() {
        judge.begin(look);
        assertThat(looks(600, 150, 0.85, 1)).containsOnly(WELL);
        assertThat(looks(600, 100, 0.85, 1)).containsOnly(WELL);
        assertThat(looks(600, 300, 1, 1)).containsOnly(WELL);
    }

    /** A large array may take a collection of many seconds, and be there. */
    @Test
    void longPausesFarApartAreNoFullHeap() {
        judge.begin(look);
        assertThat(pause(8, 150)).isEqualTo(SHORT);
        assertThat(pause(8, 150)).isEqualTo(WELL);
        looks(250, 150, 0, 0);
        assertThat(pause(8, 150)).isEqualTo(SHORT);
        looks(30, 150, 0.1, 1);
        assertThat(pause(3, 150)).isEqualTo(WELL);
    }

    @Test
    void aCellIsNotJudgedByTheOneBefore() {
        judge.begin(look);
        assertThat(looks(21, 150, 1, 1)).endsWith(SHORT);
        judge.begin(look);
        assertThat(judge.wasShort()).isFalse();
        assertThat(looks(22, 150, 1, 1)).contains(SHORT).doesNotContain(FULL);
    }

    /** What is given beyond what was free was collected before: garbage, and not what fills the heap. */
    @Test
    void whoIsGivenMuchGetsOn() {
        judge.begin(look);
        given = 40;
        assertThat(looks(100, 100, 0.98, 1)).containsOnly(WELL);
        assertThat(looks(100, 50, 0.98, 1)).containsOnly(WELL);
        given = 20;
        assertThat(looks(30, 50, 0.98, 1)).contains(FULL);
    }

    /** Just before a collection there is always next to nothing. */
    @Test
    void whatIsFreeCountsBehindACollection() {
        judge.begin(look);
        for (int i = 0; i < 100; i++) {
            assertThat(looks(1, 250, 0.9, 1)).containsOnly(WELL);
            assertThat(looks(1, 10, 0.9, 0)).containsOnly(WELL);
        }
    }
}
