package io.github.spencerpark.jupyter.kernel.display;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Map;
import java.util.Set;

/** A value that draws itself. */
public interface DisplayDataRenderable extends Displayable {
    /** Returns what it can be drawn as. */
    Set<MIMEType> getSupportedRenderTypes();

    /** Returns what it is drawn as when nobody asks for a type. */
    default Set<MIMEType> getPreferredRenderTypes() {
        return getSupportedRenderTypes();
    }

    void render(RenderContext context);

    /** Draws it in the types that it prefers, and as its text. */
    @Override
    default MimeBundle bundle() {
        var out = new DisplayData(String.valueOf(this));
        render(new RenderContext(getPreferredRenderTypes(), new Renderer(), Map.of(), out));
        return out.bundle();
    }
}
