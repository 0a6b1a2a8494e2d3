package org.example.weather;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;

/** Shows a temperature, cold ones in blue. */
public final class TemperatureRenderer implements Renderer<Temperature> {
    @Override
    public Class<Temperature> type() {
        return Temperature.class;
    }

    @Override
    public MimeBundle render(Temperature value) {
        var text = value.celsius() + " °C";
        var color = value.celsius() < 5 ? "steelblue" : "firebrick";
        return MimeBundle.plain(text).html("<b style=\"color: " + color + "\">" + text + "</b>");
    }
}
