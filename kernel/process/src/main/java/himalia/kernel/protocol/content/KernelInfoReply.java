package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.Protocol;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who the kernel is, which language it speaks, and what it can do beyond the plain protocol. */
public record KernelInfoReply(
        String implementation,
        String implementationVersion,
        LanguageInfo languageInfo,
        String banner,
        List<HelpLink> helpLinks,
        List<String> supportedFeatures)
        implements Content {
    /** The language, as front ends and nbconvert colour it. */
    public record LanguageInfo(
            String name,
            String version,
            String mimetype,
            String fileExtension,
            String pygmentsLexer,
            String codemirrorMode,
            String nbconvertExporter) {
        Map<String, Object> toMap() {
            return OrderedMaps.map(
                    "name", name,
                    "version", version,
                    "mimetype", mimetype,
                    "file_extension", fileExtension,
                    "pygments_lexer", pygmentsLexer,
                    "codemirror_mode", codemirrorMode,
                    "nbconvert_exporter", nbconvertExporter);
        }
    }

    /** An entry of the front end's help menu. */
    public record HelpLink(String text, String url) {
        Map<String, Object> toMap() {
            return OrderedMaps.map("text", text, "url", url);
        }
    }

    public KernelInfoReply {
        helpLinks = List.copyOf(helpLinks);
        supportedFeatures = List.copyOf(supportedFeatures);
    }

    @Override
    public String type() {
        return "kernel_info_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        var links = new ArrayList<Map<String, Object>>();
        for (var link : helpLinks) {
            links.add(link.toMap());
        }
        return OrderedMaps.map(
                "status", "ok",
                "protocol_version", Protocol.VERSION,
                "implementation", implementation,
                "implementation_version", implementationVersion,
                "language_info", languageInfo.toMap(),
                "banner", banner,
                "help_links", links,
                // Deprecated by supported_features in 5.5, and what older front ends look at.
                "debugger", supportedFeatures.contains("debugger"),
                "supported_features", supportedFeatures);
    }
}
