package himalia.parallel;

import static himalia.display.bundle.Given.given;

/**
 * What one worker did for a while.
 *
 * <pre>{@code
 * run.timeline().spans().get(0).end()   // 1.8
 * }</pre>
 *
 * @param worker its number, from 0
 * @param pid its process; another one where it was replaced
 * @param activity what it did
 * @param start when that began, in milliseconds since the workers were first told to work
 * @param end when it ended
 */
public record WorkerSpan(int worker, long pid, Activity activity, double start, double end) {
    public WorkerSpan {
        given(activity, "activity");
    }
}
