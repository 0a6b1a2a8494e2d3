package himalia.kernel.session;

import himalia.kernel.java.FollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which earlier cell each running cell runs again just now. Where that names cells itself, as in {@code %rerun -1}, it means
 * those that stood above it when it was typed.
 */
final class RunningAgain {
    private final Map<Long, Long> lines = new ConcurrentHashMap<>();

    /** Returns the number that all cells that the running code may name lie below. */
    long above(long asking) {
        return lines.getOrDefault(asking, Long.MAX_VALUE);
    }

    /** Returns the code of the earlier cell {@code line}, noted as that while it runs as part of the cell {@code asking}. */
    FollowUp noted(long asking, long line, AddedCode code) {
        return new Noted(asking, line, code);
    }

    private final class Noted implements FollowUp {
        private final long asking;
        private final long line;
        private final AddedCode code;

        Noted(long asking, long line, AddedCode code) {
            this.asking = asking;
            this.line = line;
            this.code = code;
        }

        @Override
        public List<FollowUp> parts() {
            var before = lines.put(asking, line);
            var steps = new ArrayList<>(code.parts());
            steps.add(new End(() -> goOn(asking, before)));
            return steps;
        }

        @Override
        public String source() {
            return code.source();
        }

        @Override
        public int again() {
            return (int) line;
        }
    }

    private void goOn(long asking, @Nullable Long before) {
        if (before == null) {
            lines.remove(asking);
        } else {
            lines.put(asking, before);
        }
    }

    private record End(Runnable action) implements FollowUp {
        @Override
        public List<FollowUp> parts() {
            action.run();
            return List.of();
        }

        @Override
        public boolean isCode() {
            return false;
        }
    }
}
