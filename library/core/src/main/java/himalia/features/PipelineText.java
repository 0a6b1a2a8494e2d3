package himalia.features;

import himalia.features.PipelineGraph.Lane;
import himalia.features.PipelineGraph.Node;
import himalia.features.PipelineGraph.Role;
import java.util.stream.Collectors;

/** A pipeline's graph for consoles, a line a node. */
final class PipelineText {
    private PipelineText() {}

    static String of(PipelineGraph graph) {
        return graph.nodes().stream()
                .map(PipelineText::node)
                .collect(Collectors.joining("\n  ↓\n"));
    }

    private static String node(Node node) {
        if (node.lanes().isEmpty()) {
            return "  " + line(node);
        }
        var text = new StringBuilder("  ").append(node.title());
        for (int i = 0; i < node.lanes().size(); i++) {
            text.append(i == node.lanes().size() - 1 ? "\n  └ " : "\n  ├ ")
                    .append(lane(node.lanes().get(i)));
        }
        return text.toString();
    }

    private static String lane(Lane lane) {
        return lane.columns()
                + " → "
                + (lane.steps().isEmpty()
                        ? "as they are"
                        : lane.steps().stream()
                                .map(PipelineText::line)
                                .collect(Collectors.joining(" → ")));
    }

    private static String line(Node node) {
        var detail =
                node.detail().isEmpty()
                        ? ""
                        : node.role() == Role.COLUMNS
                                ? ": " + node.detail()
                                : " (" + node.detail() + ")";
        return node.title() + detail + (node.role() == Role.SAMPLER ? ", training folds only" : "");
    }
}
