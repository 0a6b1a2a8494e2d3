package himalia.parallel;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import java.util.List;

/**
 * A training over several processes that is done.
 *
 * <pre>{@code
 * ParallelRun run = new DataParallel(network, 2).run(train, "churned");
 * run.model().predict(test);
 * run.timeline().bubbleShare();
 * run.losses();     // worker 1 (process 4711) was killed by signal 9; process 4712 is worker 1 now; …
 * }</pre>
 *
 * @param model what was learnt
 * @param title how it was done, for people
 * @param timeline what each worker did when
 * @param losses a line for each worker that was lost on the way
 * @param stalest by how many updates of others the stalest gradient was late; 0 where workers agree on each step
 */
public record ParallelRun(
        Model model, String title, Timeline timeline, List<String> losses, long stalest) {
    public ParallelRun {
        given(model, "model");
        given(title, "title");
        given(timeline, "timeline");
        losses = List.copyOf(given(losses, "losses"));
    }
}
