package himalia.kernel.session;

import himalia.kernel.protocol.content.CodePoints;
import himalia.kernel.protocol.content.InspectReply;
import himalia.kernel.protocol.content.InspectRequest;
import java.util.Map;

/** Answers {@code inspect_request}. */
final class InspectHandler implements Handler {
    private final NameHelp help;

    InspectHandler(NameHelp help) {
        this.help = help;
    }

    @Override
    public void handle(Request request) {
        var asked = InspectRequest.from(request.content());
        int cursor = CodePoints.toIndex(asked.code(), asked.cursorPos());
        var found = help.find(asked.code(), cursor, asked.detailLevel() > 0);
        request.reply(
                new InspectReply(
                        found.isPresent(), found.map(NameHelp::data).orElseGet(Map::of), Map.of()));
    }
}
