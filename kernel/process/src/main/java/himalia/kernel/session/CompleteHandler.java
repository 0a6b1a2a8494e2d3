package himalia.kernel.session;

import himalia.kernel.help.CodeHelp;
import himalia.kernel.help.Completion;
import himalia.kernel.magic.MagicCompleter;
import himalia.kernel.magic.SqlCompleter;
import himalia.kernel.magic.TextCompleter;
import himalia.kernel.protocol.content.CodePoints;
import himalia.kernel.protocol.content.CompleteReply;
import himalia.kernel.protocol.content.CompleteRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers {@code complete_request}; positions count code points on the wire. */
final class CompleteHandler implements Handler {
    private final CodeHelp help;
    private final MagicCompleter magics;
    private final SqlCompleter sql;
    private final TextCompleter texts;
    private final FileCompleter files;

    CompleteHandler(
            CodeHelp help,
            MagicCompleter magics,
            SqlCompleter sql,
            TextCompleter texts,
            FileCompleter files) {
        this.help = help;
        this.magics = magics;
        this.sql = sql;
        this.texts = texts;
        this.files = files;
    }

    @Override
    public void handle(Request request) {
        var asked = CompleteRequest.from(request.content());
        int cursor = CodePoints.toIndex(asked.code(), asked.cursorPos());
        var text = magics.ofText(asked.code(), cursor);
        var completion =
                text.isPresent()
                        ? inText(text.get(), asked.code(), cursor)
                        : inCode(asked.code(), cursor);
        long start = CodePoints.fromIndex(asked.code(), completion.start());
        long end = CodePoints.fromIndex(asked.code(), completion.end());
        var matches = new ArrayList<String>();
        var types = new ArrayList<Map<String, Object>>();
        for (var candidate : completion.candidates()) {
            if (!matches.contains(candidate.text())) {
                matches.add(candidate.text());
            }
            types.add(type(candidate, start, end));
        }
        request.reply(new CompleteReply(matches, start, end, metadata(types)));
    }

    private Completion inCode(String code, int cursor) {
        return magics.complete(code, cursor)
                .or(() -> sql.complete(code, cursor))
                .or(
                        () ->
                                sql.openText(code, cursor)
                                        .flatMap(start -> files.from(code, start, cursor)))
                .or(() -> texts.complete(code, cursor))
                .or(() -> files.complete(code, cursor))
                .orElseGet(
                        () ->
                                magics.isBeforeWord(code, cursor)
                                        ? new Completion(cursor, cursor, List.of())
                                        : help.complete(code, cursor));
    }

    /** In the text of a magic nothing is known but the files that a shell may name. */
    private Completion inText(String magic, String code, int cursor) {
        var found =
                magic.equals("bash") ? files.ofShell(code, cursor) : Optional.<Completion>empty();
        return found.orElseGet(() -> new Completion(cursor, cursor, List.of()));
    }

    private static Map<String, Object> metadata(List<Map<String, Object>> types) {
        return Map.of("_jupyter_types_experimental", types);
    }

    private static Map<String, Object> type(Completion.Candidate candidate, long start, long end) {
        var map = new LinkedHashMap<String, Object>();
        map.put("text", candidate.text());
        map.put("type", candidate.type());
        map.put("start", start);
        map.put("end", end);
        map.put("signature", candidate.signature());
        return map;
    }
}
