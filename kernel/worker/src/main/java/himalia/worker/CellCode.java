package himalia.worker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which cell has brought the code that a thread runs. A pool's thread is of the cell that gave the pool its first task, and
 * goes on with those of later cells: what it then runs is theirs.
 */
final class CellCode {
    private static final Map<String, Long> CELLS = new ConcurrentHashMap<>();

    private CellCode() {}

    /** Notes that a class of a cell, named as {@code REPL.$Cell7}, is run for {@code cell}. */
    static void brought(String className, long cell) {
        CELLS.put(className, cell);
    }

    /**
     * Returns the cell that a thread works for.
     *
     * @param entry the method through which it came into the user's code
     * @param owner the cell that has started it; one before zero has background work, which stays its own
     */
    static long cell(Optional<String> entry, long owner) {
        return owner < 0 || entry.isEmpty() ? owner : Math.max(owner, cell(entry.get(), owner));
    }

    /** Returns the cell that the calling thread works for, or what background work it is. */
    static long atWork() {
        long owner = CellScope.owner();
        return CellThread.isCaller() || CellScope.isLatest(owner)
                ? owner
                : cell(UserFrames.entry(), owner);
    }

    private static long cell(String method, long owner) {
        var type = method.substring(0, method.lastIndexOf('.'));
        while (true) {
            var cell = CELLS.get(type);
            int outside = type.lastIndexOf('$');
            if (cell != null || outside < 0) {
                return cell == null ? owner : cell;
            }
            type = type.substring(0, outside);
        }
    }
}
