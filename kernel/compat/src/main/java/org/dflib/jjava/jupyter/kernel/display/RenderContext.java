package org.dflib.jjava.jupyter.kernel.display;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/** What a value is to be drawn as, and where to. */
public class RenderContext {
    private final Set<MIMEType> wanted;
    private final Renderer renderer;
    private final Map<String, Object> params;
    private final DisplayData out;

    RenderContext(
            Set<MIMEType> wanted, Renderer renderer, Map<String, Object> params, DisplayData out) {
        this.wanted = Set.copyOf(wanted);
        this.renderer = renderer;
        this.params = Map.copyOf(params);
        this.out = out;
    }

    public Renderer getRenderer() {
        return renderer;
    }

    public DisplayData getOutputContainer() {
        return out;
    }

    public Map<String, Object> getParams() {
        return params;
    }

    public @Nullable Object getParameter(String key) {
        return params.get(key);
    }

    public Object getParameter(String key, Object otherwise) {
        return params.getOrDefault(key, otherwise);
    }

    public @Nullable String getParameterAsString(String key) {
        var value = params.get(key);
        return value == null ? null : value.toString();
    }

    public String getParameterAsString(String key, String otherwise) {
        return String.valueOf(params.getOrDefault(key, otherwise));
    }

    public boolean wantsDataRenderedAs(MIMEType type) {
        return wanted.isEmpty() || wanted.stream().anyMatch(type::answers);
    }

    /** Draws as {@code type}, where that is wanted. */
    public boolean renderIfRequested(MIMEType type, Supplier<Object> render) {
        return renderIfRequested(type, resolved -> render.get());
    }

    public boolean renderIfRequested(MIMEType type, Function<MIMEType, Object> render) {
        return renderIfRequested(
                type, (resolved, into) -> into.putData(resolved, render.apply(resolved)));
    }

    public boolean renderIfRequested(MIMEType type, BiConsumer<MIMEType, DisplayData> render) {
        boolean asked = wantsDataRenderedAs(type);
        if (asked) {
            render.accept(type, out);
        }
        return asked;
    }
}
