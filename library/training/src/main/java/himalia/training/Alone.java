package himalia.training;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a training is all that was asked for, as by a line of a cell, and no part of something larger, such as a fold of a validation or a
 * member of an ensemble. It is read from who calls: any other class of ours makes it a part, so that none has to say so.
 */
final class Alone {
    /** Who does one training, or hands one on as it is. */
    static final Set<String> WHOLE =
            Set.of(
                    "himalia.training.Alone",
                    "himalia.training.BlockClassifier",
                    "himalia.training.BlockRegressor",
                    "himalia.training.BlockTraining",
                    "himalia.training.Boosting",
                    "himalia.training.BoostingRounds",
                    "himalia.training.ClassWeighted",
                    "himalia.training.ConvolutionalNetwork",
                    "himalia.training.ConvolutionalRegressor",
                    "himalia.training.EmbeddingNetwork",
                    "himalia.training.EmbeddingRegressor",
                    "himalia.training.Engines",
                    "himalia.training.EpochLoop",
                    "himalia.training.FocalBoosting",
                    "himalia.training.FocalPerceptron",
                    "himalia.training.GradientBoosting",
                    "himalia.training.GradientBoostingRanker",
                    "himalia.training.GradientBoostingRegressor",
                    "himalia.training.KeptTraining",
                    "himalia.training.MultilayerPerceptron",
                    "himalia.training.NetworkTraining",
                    "himalia.training.PretrainedNetwork",
                    "himalia.transfer.Transfer",
                    "himalia.model.UnsupervisedTrainer",
                    "himalia.features.Handed",
                    "himalia.features.Pipeline",
                    "himalia.evaluation.TrainedModel",
                    "himalia.magics.training.TrainMagic",
                    "himalia.magics.training.Unsupervised");

    /** Who trains members, which are parts, and is one training itself. */
    static final Set<String> ENSEMBLES =
            Set.of(
                    "himalia.training.AdaBoost",
                    "himalia.training.Bagging",
                    "himalia.training.BalancedBagging",
                    "himalia.training.BalancedRandomForest",
                    "himalia.training.EasyEnsemble",
                    "himalia.training.ExtraTrees",
                    "himalia.training.IsolationForest",
                    "himalia.training.RandomForest",
                    "himalia.training.RandomForestRegressor",
                    "himalia.training.RusBoost");

    /** Who runs cells, lines of magics and jobs. */
    private static final Pattern NOTEBOOK =
            Pattern.compile("himalia\\.(worker|magics\\.spi|magics)\\.[A-Z]\\w*");

    private Alone() {}

    /** Returns whether the calling thread does one training for somebody outside of the library. */
    static boolean isOnThisThread() {
        return callers().stream().allMatch(Alone::isWhole);
    }

    /**
     * Returns the same of an ensemble. Where its members are trained further below too, it is a member itself.
     *
     * @param loop what trains one member after the other, and asks
     */
    static boolean isEnsembleOnThisThread(Class<?> loop) {
        var callers = callers();
        var name = loop.getName();
        int first = callers.indexOf(name);
        int last = first;
        while (last + 1 < callers.size() && callers.get(last + 1).equals(name)) {
            last++;
        }
        return callers.subList(0, first).stream().allMatch(Alone::isWhole)
                && callers.subList(last + 1, callers.size()).stream()
                        .allMatch(each -> isWhole(each) || ENSEMBLES.contains(each));
    }

    private static List<String> callers() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.map(Alone::outermost)
                                        .filter(name -> name.startsWith("himalia."))
                                        .toList());
    }

    private static boolean isWhole(String name) {
        return WHOLE.contains(name) || NOTEBOOK.matcher(name).matches();
    }

    private static String outermost(StackFrame frame) {
        var name = frame.getClassName();
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }
}
