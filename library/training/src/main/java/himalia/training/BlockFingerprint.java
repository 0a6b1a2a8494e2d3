package himalia.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.training.initializer.Initializer;
import himalia.model.Target;
import himalia.model.Trainer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What tells one training of a block from another: one of other settings, layers or rows does not go on where this one was cut off. */
final class BlockFingerprint {
    private static final int SHORT = 12;

    /** Names that Java makes anew in each process, and a notebook in each cell. */
    private static final Pattern LAMBDA = Pattern.compile("[\\w.$]*\\$\\$Lambda[\\w.$/]*");

    private static final Pattern IDENTITY =
            Pattern.compile("(?:[\\w.$]*[.$])?(\\w+)@[0-9a-f]{1,8}\\b");

    private BlockFingerprint() {}

    static Map<String, String> of(Trainer trainer, BlockTask task, float[]... rows) {
        var options = task.options();
        var goal = task.goal();
        var whose = new LinkedHashMap<>(trainer.settings());
        whose.keySet().removeAll(List.of("block", "options"));
        whose.put("trainer", trainer.name());
        whose.put("rate", String.valueOf(options.rate()));
        whose.put("batch", String.valueOf(options.batch()));
        whose.put("patience", String.valueOf(options.patience()));
        whose.put("seed", String.valueOf(options.seed()));
        whose.put("label", goal.target().column().orElse(""));
        if (goal.target() instanceof Target.Classes classes) {
            whose.put("classes", classes.classes().toString());
        }
        addBlock(whose, task);
        whose.put("number of rows", String.valueOf(rows.length));
        whose.put("content of its rows", "SHA-256 " + hash(goal, rows));
        return whose;
    }

    /** Has a block of its own take its shapes, without anybody's chance. */
    private static void addBlock(Map<String, String> whose, BlockTask task) {
        var form = task.form();
        var block = form.block(task.maker());
        for (var each : block.getParameters()) {
            each.getValue().setInitializer(Initializer.ZEROS);
        }
        try (var manager =
                NDManager.newBaseManager(Device.cpu(), Engines.pytorch().getEngineName())) {
            whose.put(
                    "block",
                    form.asked(
                            () -> {
                                block.initialize(manager, DataType.FLOAT32, form.rows(1));
                                return layers(String.valueOf(block));
                            }));
            whose.put("parameters", parameters(block));
        }
    }

    /** Returns a text of layers as any process writes it. */
    static String layers(String text) {
        return IDENTITY.matcher(LAMBDA.matcher(text).replaceAll("lambda")).replaceAll("$1");
    }

    private static String parameters(Block block) {
        return block.getParameters().stream()
                .map(
                        each ->
                                "%s%s%s"
                                        .formatted(
                                                each.getKey(),
                                                each.getValue().getArray().getShape(),
                                                each.getValue().requiresGradient()
                                                        ? ""
                                                        : " frozen"))
                .collect(Collectors.joining(", "));
    }

    /** Returns a short hash, for the name of a file. */
    static String hash(Map<String, String> whose) {
        var digest = sha256();
        whose.forEach(
                (name, value) -> {
                    for (var each : List.of(name, value)) {
                        var bytes = each.getBytes(StandardCharsets.UTF_8);
                        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                        digest.update(bytes);
                    }
                });
        return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
    }

    private static String hash(BlockGoal goal, float[]... rows) {
        var digest = sha256();
        digest.update(bytes(goal.values()));
        for (var row : rows) {
            digest.update(bytes(row));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] bytes(float[] values) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(FloatBuffer.wrap(values));
        return bytes.array();
    }
}
