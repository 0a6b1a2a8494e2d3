package himalia.magics.objectives;

import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.model.Model;
import himalia.objectives.Objective;
import himalia.objectives.Objectives;
import himalia.objectives.ScoredItems;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Ranks items by several models. */
@Command(
        name = "objectives",
        description =
                "Ranks items by models of several objectives; weights change without training.",
        sortOptions = false,
        footer =
                "Example: %%objectives --model quality --weight 1 --model engagement --weight 0.2 --sliders items")
public final class ObjectivesMagic implements LineMagic<ScoredItems> {
    @Parameters(index = "0", paramLabel = "ITEMS", description = "What is ranked, a row each.")
    private Table items = Table.create();

    @Option(
            names = "--model",
            required = true,
            description = "Predicts an objective, which is called by its label; may come again.")
    @ValuesFrom(ModelVariables.class)
    private List<Model> models = List.of();

    @Option(
            names = "--weight",
            description = "What the objective of each model counts, in their order. Default: 1.")
    private List<Double> weights = List.of();

    @Option(
            names = "--sliders",
            description = "Show a slider for each weight, which the ranking follows.")
    private boolean sliders;

    @Override
    public ScoredItems run(Notebook notebook) {
        var scored = objectives().score(items);
        if (sliders) {
            notebook.display(scored.sliders());
        }
        return scored;
    }

    private Objectives objectives() {
        if (!weights.isEmpty() && weights.size() != models.size()) {
            throw new MagicException(
                    "there are %d of --model and %d of --weight; give each model one, or leave all out"
                            .formatted(models.size(), weights.size()));
        }
        return new Objectives(
                IntStream.range(0, models.size())
                        .mapToObj(k -> new Objective(name(k), models.get(k), weight(k)))
                        .toList());
    }

    private String name(int place) {
        return models.get(place).schema().label();
    }

    private double weight(int place) {
        return weights.isEmpty() ? 1 : weights.get(place);
    }

    @Override
    public Optional<String> java(JavaText java) {
        return Optional.of(java.of(objectives()) + ".score(" + java.of(items) + ")");
    }
}
