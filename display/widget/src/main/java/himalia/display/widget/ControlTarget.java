package himalia.display.widget;

import himalia.display.bundle.comm.Comm;
import himalia.display.bundle.comm.CommMessage;
import himalia.display.bundle.comm.CommTarget;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a page that was loaded again the state of every widget there is. */
public final class ControlTarget implements CommTarget {
    @Override
    public String name() {
        return "jupyter.widget.control";
    }

    @Override
    public void opened(Comm comm, CommMessage message) {
        comm.onMessage(
                asked -> {
                    if ("request_states".equals(asked.data().get("method"))) {
                        comm.send(states());
                    }
                });
    }

    private static CommMessage states() {
        var states = new LinkedHashMap<String, Object>();
        for (var model : OpenModels.all()) {
            var state = model.snapshot();
            states.put(
                    model.id(),
                    Map.of(
                            "model_name", model.get("_model_name"),
                            "model_module", model.get("_model_module"),
                            "model_module_version", model.get("_model_module_version"),
                            "state", state));
        }
        var wire = WireState.of(states);
        return new CommMessage(
                Map.of(
                        "method",
                        "update_states",
                        "states",
                        wire.state(),
                        "buffer_paths",
                        wire.paths()),
                Map.of(),
                wire.buffers());
    }
}
