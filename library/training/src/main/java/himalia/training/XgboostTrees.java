package himalia.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import himalia.model.GrownTree;
import himalia.model.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * XGBoost's trees, read from its own JSON.
 *
 * @param starts what each sum begins with
 */
record XgboostTrees(List<WrittenTree> trees, double[] starts) {
    static XgboostTrees of(Booster booster, Target target) {
        boolean isOdds = target instanceof Target.Classes classes && classes.classes().size() == 2;
        return of(json(booster), isOdds);
    }

    /** Returns what XGBoost's own JSON tells of the trees, and of nothing else. */
    static JsonObject model(Booster booster) {
        return model(learner(json(booster)));
    }

    private static byte[] json(Booster booster) {
        try {
            return booster.toByteArray("json");
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost cannot write its trees: " + e.getMessage(), e);
        }
    }

    private static JsonObject learner(byte[] json) {
        return JsonParser.parseString(new String(json, StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonObject("learner");
    }

    private static JsonObject model(JsonObject learner) {
        return learner.getAsJsonObject("gradient_booster").getAsJsonObject("model");
    }

    /** Returns them, whose sums begin elsewhere than the file tells: with a logarithm of it. */
    XgboostTrees from(float[] begin) {
        var doubles = new double[begin.length];
        Arrays.setAll(doubles, k -> begin[k]);
        return new XgboostTrees(trees, doubles);
    }

    /** Returns them to be shown; what leaves add to a number is in its own unit. */
    List<GrownTree> grown(List<String> names, CategoryLevels levels, XgboostModel.Scale scale) {
        return trees.stream()
                .map(each -> each.tree().scaled(scale.unit()).grown(names, levels.names(each)))
                .toList();
    }

    /**
     * Reads them.
     *
     * @param isOdds whether the file tells the start as a probability, and it is log odds that are added up
     */
    static XgboostTrees of(byte[] json, boolean isOdds) {
        var learner = learner(json);
        var parameters = learner.getAsJsonObject("learner_model_param");
        var start =
                Arrays.stream(
                                parameters
                                        .get("base_score")
                                        .getAsString()
                                        .replaceAll("[\\[\\]]", "")
                                        .split(","))
                        .mapToDouble(Float::parseFloat)
                        .map(value -> isOdds ? Math.log(value / (1 - value)) : value)
                        .toArray();
        var model = model(learner);
        var sums = model.getAsJsonArray("tree_info");
        var grown = model.getAsJsonArray("trees");
        var trees = new ArrayList<WrittenTree>();
        for (int i = 0; i < grown.size(); i++) {
            trees.add(tree(grown.get(i).getAsJsonObject(), sums.get(i).getAsInt()));
        }
        int width = Math.max(1, parameters.get("num_class").getAsInt());
        var starts = new double[width];
        for (int k = 0; k < width; k++) {
            starts[k] = start[start.length == 1 ? 0 : k];
        }
        return new XgboostTrees(List.copyOf(trees), starts);
    }

    private static WrittenTree tree(JsonObject json, int sum) {
        var left = ints(json.getAsJsonArray("left_children"));
        var features = ints(json.getAsJsonArray("split_indices"));
        var numbers = json.getAsJsonArray("split_conditions");
        var missing = json.getAsJsonArray("default_left");
        var cuts = new double[left.length];
        var values = new double[left.length][];
        var isMissingLeft = new boolean[left.length];
        for (int node = 0; node < left.length; node++) {
            float number = numbers.get(node).getAsFloat();
            boolean isLeaf = left[node] < 0;
            features[node] = isLeaf ? -1 : features[node];
            // It goes left below a float, we do up to one.
            cuts[node] = isLeaf ? 0 : Math.nextDown(number);
            values[node] = isLeaf ? new double[] {number} : new double[0];
            isMissingLeft[node] = isTrue(missing, node);
        }
        var right = ints(json.getAsJsonArray("right_children"));
        var hessians = json.getAsJsonArray("sum_hessian");
        var weights = new double[left.length];
        Arrays.setAll(weights, node -> hessians.get(node).getAsDouble());
        var tree = new Tree(features, cuts, left, right, values, weights, new double[0]);
        return new WrittenTree(tree, isMissingLeft, sum, sets(json, left.length));
    }

    private static int[][] sets(JsonObject json, int nodes) {
        var sets = new int[nodes][0];
        var asking = ints(json.getAsJsonArray("categories_nodes"));
        var starts = ints(json.getAsJsonArray("categories_segments"));
        var sizes = ints(json.getAsJsonArray("categories_sizes"));
        var all = ints(json.getAsJsonArray("categories"));
        for (int i = 0; i < asking.length; i++) {
            sets[asking[i]] = Arrays.copyOfRange(all, starts[i], starts[i] + sizes[i]);
        }
        return sets;
    }

    private static boolean isTrue(JsonArray flags, int place) {
        var flag = flags.get(place).getAsJsonPrimitive();
        return flag.isBoolean() ? flag.getAsBoolean() : flag.getAsInt() != 0;
    }

    private static int[] ints(JsonArray values) {
        var ints = new int[values.size()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = values.get(i).getAsInt();
        }
        return ints;
    }
}
