package himalia.parallel;

import himalia.model.Trainer;
import himalia.training.MultilayerPerceptron;
import java.util.ArrayList;
import tech.tablesaw.api.Table;

/**
 * A network that is trained in worker processes.
 *
 * @param trainer whom the model names
 * @param accumulate batches of a step
 * @param checkpoint its file; empty for none
 */
record NetworkFit(
        Trainer trainer,
        MultilayerPerceptron network,
        int accumulate,
        NetworkWay way,
        String checkpoint) {
    ParallelRun run(Table table, String label, Launch launch, Watcher watcher) {
        var runs = new ArrayList<NetworkRun>();
        var model =
                network.fit(
                        table,
                        label,
                        trainer,
                        task -> {
                            var run =
                                    new NetworkRun(
                                            task, accumulate, way, checkpoint, launch, watcher);
                            runs.add(run);
                            return run;
                        });
        var run = runs.get(0);
        return new ParallelRun(
                model, trainer.toString(), run.timeline(), run.lost().words(), run.stalest());
    }
}
