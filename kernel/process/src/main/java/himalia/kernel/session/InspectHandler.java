package himalia.kernel.session;

import himalia.kernel.java.Interpreter;
import himalia.kernel.magic.MagicCompleter;
import himalia.kernel.protocol.CodePoints;
import himalia.kernel.protocol.InspectReply;
import himalia.kernel.protocol.InspectRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers {@code inspect_request}. */
final class InspectHandler implements Handler {
    private final Interpreter interpreter;
    private final MagicCompleter magics;

    InspectHandler(Interpreter interpreter, MagicCompleter magics) {
        this.interpreter = interpreter;
        this.magics = magics;
    }

    @Override
    public void handle(Request request) {
        var asked = InspectRequest.from(request.content());
        int cursor = CodePoints.toIndex(asked.code(), asked.cursorPos());
        var found =
                magics.inspect(asked.code(), cursor)
                        .or(
                                () ->
                                        interpreter.inspect(
                                                asked.code(), cursor, asked.detailLevel() > 0));
        var data = new LinkedHashMap<String, Object>();
        if (found.isPresent()) {
            data.put("text/plain", found.get().text());
            if (!found.get().markdown().isEmpty()) {
                data.put("text/markdown", found.get().markdown());
            }
        }
        request.reply(new InspectReply(found.isPresent(), data, Map.of()));
    }
}
