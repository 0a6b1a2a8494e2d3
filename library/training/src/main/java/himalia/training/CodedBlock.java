package himalia.training;

import himalia.model.Model;
import himalia.model.Target;
import himalia.model.Trainer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/** What a model file holds of a {@link BlockClassifier} or {@link BlockRegressor}: all but the code of its block. */
record CodedBlock(boolean isOfClasses, List<Integer> shape, boolean scaled, NetworkOptions options)
        implements Trainer {
    private static final String BLOCK = "block";

    CodedBlock {
        shape = List.copyOf(shape);
    }

    @Override
    public String name() {
        return isOfClasses ? "BlockClassifier" : "BlockRegressor";
    }

    @Override
    public Optional<Target.Kind> predicts() {
        return Optional.of(isOfClasses ? Target.Kind.CLASSES : Target.Kind.NUMBERS);
    }

    @Override
    public Model fit(Table table, String label) {
        throw new IllegalArgumentException(
                "the block of this %1$s is Java code, which no model file holds: to train again, give it anew, as new %1$s(maker, options)"
                        .formatted(name()));
    }

    @Override
    public String toString() {
        return line(this);
    }

    /** Returns the line of the run log, without the block, which has no text. */
    static String line(Trainer trainer) {
        return settings(trainer).entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(", ", trainer.name() + "[", "]"));
    }

    /** Returns the trainer that this was. */
    private Trainer by(BlockMaker block) {
        return isOfClasses
                ? new BlockClassifier(block, shape, scaled, options)
                : new BlockRegressor(block, shape, scaled, options);
    }

    static Map<String, String> settings(Trainer trainer) {
        var settings = new LinkedHashMap<>(Trainer.settingsOf(trainer));
        settings.keySet().remove(BLOCK);
        settings.keySet().remove("isOfClasses");
        return settings;
    }

    static BlockTraining training(
            Trainer trainer,
            NetworkOptions options,
            List<Integer> shape,
            boolean scaled,
            BlockMaker block) {
        return new BlockTraining(
                trainer,
                options,
                false,
                (schema, cells) -> {
                    int width = schema.features().size();
                    return new BlockInputs(
                            BlockInputs.shaped(shape, width),
                            scaled
                                    ? BlockInputs.scale(schema, cells, false)
                                    : BlockInputs.none(width),
                            false);
                },
                block);
    }

    static Model load(Path file, String name, BlockMaker block) {
        var model = Model.load(file);
        if (model instanceof BlockModel half
                && half.trainer() instanceof CodedBlock coded
                && coded.name().equals(name)) {
            return half.by(coded.by(block), block);
        }
        throw new IllegalArgumentException(
                "%s holds no model of a %s, but of %s; %s"
                        .formatted(
                                file,
                                name,
                                model.trainer(),
                                model.trainer() instanceof CodedBlock other
                                        ? "load it by a " + other.name()
                                        : "Model.load reads it"));
    }
}
