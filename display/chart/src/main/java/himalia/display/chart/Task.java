package himalia.display.chart;

/**
 * What one worker did for a while.
 *
 * @param worker who did it
 * @param name what was done; tasks of one name share a colour
 * @param start when it began, in seconds
 * @param end when it ended
 */
public record Task(String worker, String name, double start, double end) {
    public Task {
        if (end < start) {
            throw new IllegalArgumentException(
                    "task '" + name + "' ends at " + end + ", before it begins at " + start);
        }
    }
}
