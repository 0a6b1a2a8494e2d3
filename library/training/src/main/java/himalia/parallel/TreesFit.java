package himalia.parallel;

import himalia.model.Trainer;
import himalia.training.GradientBoosting;
import java.util.ArrayList;
import tech.tablesaw.api.Table;

/**
 * Boosted trees that grow in worker processes.
 *
 * @param trainer whom the model names
 * @param checkpoint its file; empty for none
 */
record TreesFit(Trainer trainer, GradientBoosting trees, int workers, String checkpoint) {
    ParallelRun run(Table table, String label, Launch launch, Watcher watcher) {
        var timelines = new ArrayList<Timeline>();
        var losses = new ArrayList<String>();
        var model =
                trees.fit(
                        table,
                        label,
                        trainer,
                        task -> {
                            try (var run =
                                    new TreesRun(task, workers, checkpoint, launch, watcher)) {
                                var grown = run.grown();
                                timelines.add(run.timeline());
                                losses.addAll(run.lost().words());
                                return grown;
                            }
                        });
        return new ParallelRun(model, trainer.toString(), timelines.get(0), losses, 0);
    }
}
