package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Set;

/** A value that draws itself. */
public interface DisplayDataRenderable {
    /** Returns what it can be drawn as. */
    Set<MIMEType> getSupportedRenderTypes();

    /** Returns what it is drawn as when nobody asks for a type. */
    default Set<MIMEType> getPreferredRenderTypes() {
        return getSupportedRenderTypes();
    }

    void render(RenderContext context);
}
