package himalia.training;

import java.lang.StackWalker.StackFrame;
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
                    "himalia.training.Boosting",
                    "himalia.training.BoostingRounds",
                    "himalia.training.ClassWeighted",
                    "himalia.training.Engines",
                    "himalia.training.FocalBoosting",
                    "himalia.training.FocalPerceptron",
                    "himalia.training.GradientBoosting",
                    "himalia.training.GradientBoostingRegressor",
                    "himalia.training.KeptTraining",
                    "himalia.training.MultilayerPerceptron",
                    "himalia.training.NetworkTraining",
                    "himalia.training.PretrainedNetwork",
                    "himalia.transfer.Transfer",
                    "himalia.features.Handed",
                    "himalia.features.Pipeline",
                    "himalia.evaluation.TrainedModel",
                    "himalia.magics.training.TrainMagic");

    /** Who runs cells, lines of magics and jobs. */
    private static final Pattern NOTEBOOK =
            Pattern.compile("himalia\\.(worker|magics\\.spi|magics)\\.[A-Z]\\w*");

    private Alone() {}

    /** Returns whether the calling thread does one training for somebody outside of the library. */
    static boolean isOnThisThread() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.map(Alone::outermost)
                                        .filter(name -> name.startsWith("himalia."))
                                        .allMatch(Alone::isWhole));
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
