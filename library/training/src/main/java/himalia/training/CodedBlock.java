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
import org.jspecify.annotations.Nullable;
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

    /** Those that the trainer has, which this stands for. */
    @Override
    public Map<String, String> settings() {
        return settings(this);
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

    /** The code that a file is read with: its blocks may lie in pipelines, and in members of ensembles. */
    private static final class Code {
        private final String name;
        private final BlockMaker maker;
        private int uses;

        Code(String name, BlockMaker maker) {
            this.name = name;
            this.maker = maker;
        }
    }

    private static final ThreadLocal<@Nullable Code> CODE = new ThreadLocal<>();

    /** Reads a file, with a block's code for all models in it that were trained by one of that name. */
    static Model load(Path file, String name, BlockMaker maker) {
        var code = new Code(name, maker);
        // A maker may load a block itself.
        var outer = CODE.get();
        CODE.set(code);
        Model model;
        try {
            model = Model.load(file);
        } finally {
            CODE.set(outer);
        }
        if (code.uses == 0) {
            throw new IllegalArgumentException(
                    "%s holds no block of a %s: its model is of %s; load a block by the trainer that it was trained by, and what has no code by Model.load"
                            .formatted(file, name, model.trainer()));
        }
        return model;
    }

    /** Returns a model from a file with its code, where that is given. */
    static BlockModel coded(BlockModel model) {
        var code = CODE.get();
        if (code == null
                || !(model.trainer() instanceof CodedBlock coded)
                || !coded.name().equals(code.name)) {
            return model;
        }
        code.uses++;
        return model.by(coded.by(code.maker), code.maker);
    }
}
