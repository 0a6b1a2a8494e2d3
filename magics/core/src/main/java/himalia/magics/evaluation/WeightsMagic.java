package himalia.magics.evaluation;

import himalia.evaluation.costs.ClassWeights;
import himalia.evaluation.costs.CostMatrix;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.model.Labels;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Weighs classes by how many rows they have, or by what their errors cost. */
@Command(
        name = "weights",
        description = "Weighs classes for training, by their rows or by what errors cost.",
        sortOptions = false,
        footer = "Example: var weights = %%weights --label y --false-alarm 5 --miss 200 train")
public final class WeightsMagic implements LineMagic<ClassWeights> {
    /** How classes are weighed. */
    public enum Rule {
        BALANCED,
        INVERSE,
        EFFECTIVE
    }

    @Parameters(index = "0", paramLabel = "TABLE", description = "The rows to learn from.")
    private Table train = Table.create();

    @Option(names = "--label", required = true, description = "Column that names the class.")
    @ValuesFrom(TableColumns.class)
    private String label = "";

    @Option(
            names = "--rule",
            defaultValue = "balanced",
            description =
                    "balanced: each class the same in all; inverse: by one over its rows; effective: further rows of a"
                            + " class count less. Default: ${DEFAULT-VALUE}.")
    private Rule rule = Rule.BALANCED;

    @Option(
            names = "--beta",
            defaultValue = "" + WeightOptions.BETA,
            description =
                    "How long rows of a class add something new, for effective. Default: ${DEFAULT-VALUE}.")
    private double beta;

    @Option(
            names = "--false-alarm",
            description = "What it costs to take the other class for the positive one.")
    private @Nullable Double falseAlarm;

    @Option(
            names = "--miss",
            description = "What it costs to take the positive class for the other one.")
    private @Nullable Double miss;

    @Option(
            names = "--positive",
            paramLabel = "CLASS",
            description =
                    "Class that alarms are for, of --false-alarm and --miss. Default: the second by order.")
    @ValuesFrom(LabelValues.class)
    private String positive = "";

    @Override
    public ClassWeights run(Notebook notebook) {
        if (WeightOptions.areCosts(rule, beta, falseAlarm, miss, positive)) {
            return ClassWeights.byCost(costs());
        }
        return switch (rule) {
            case BALANCED -> ClassWeights.balanced(train, label);
            case INVERSE -> ClassWeights.inverseFrequency(train, label);
            case EFFECTIVE -> ClassWeights.effectiveNumber(train, label, beta);
        };
    }

    private CostMatrix costs() {
        return WeightOptions.costs(Labels.toLearn(train, label), positive, falseAlarm, miss);
    }

    @Override
    public Optional<String> java(JavaText java) {
        var type = java.type(ClassWeights.class);
        if (WeightOptions.areCosts(rule, beta, falseAlarm, miss, positive)) {
            return Optional.of(type + ".byCost(" + WeightOptions.java(java, costs()) + ")");
        }
        var call =
                switch (rule) {
                    case BALANCED -> "balanced(" + java.list(train, label);
                    case INVERSE -> "inverseFrequency(" + java.list(train, label);
                    case EFFECTIVE -> "effectiveNumber(" + java.list(train, label, beta);
                };
        return Optional.of(type + "." + call + ")");
    }
}
