package himalia.parallel;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Notes what a worker does, from the moment it is told to work. */
final class Stopwatch {
    /** More are not told one by one; the sums count all. */
    private static final int MOST = 4_000;

    private final long[] sums = new long[Activity.values().length];
    private final List<long[]> spans = new ArrayList<>();
    private long begun = System.nanoTime();
    private long since;
    private Activity now = Activity.COMPUTE;

    /** Begins at zero. */
    void restart() {
        begun = System.nanoTime();
        since = 0;
        now = Activity.COMPUTE;
        spans.clear();
        java.util.Arrays.fill(sums, 0);
    }

    /** Notes that something else begins, and returns what was done until now. */
    Activity enter(Activity next) {
        var before = now;
        if (next != now) {
            end();
            now = next;
        }
        return before;
    }

    private void end() {
        long until = System.nanoTime() - begun;
        sums[now.ordinal()] += until - since;
        if (spans.size() < MOST) {
            spans.add(new long[] {now.ordinal(), since, until});
        }
        since = until;
    }

    /** Writes all of it. */
    void write(DataOutputStream out) throws IOException {
        end();
        for (long sum : sums) {
            out.writeLong(sum);
        }
        out.writeInt(spans.size());
        for (var span : spans) {
            out.writeByte((int) span[0]);
            out.writeLong(span[1]);
            out.writeLong(span[2]);
        }
    }
}
