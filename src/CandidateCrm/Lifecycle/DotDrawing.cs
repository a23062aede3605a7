using System.Globalization;
using System.Text;

namespace CandidateCrm.Lifecycle;

/// <summary>Draws a machine in the DOT language.</summary>
internal static class DotDrawing
{
    internal static string Of(StateMachineSketch sketch)
    {
        var text = new StringBuilder($"digraph {Quote(sketch.Name)} {{\n    rankdir=LR;\n    node [shape=box, style=rounded];\n");
        text.Append("    start [shape=point];\n");
        for (var state = 0; state < sketch.States.Length; state++)
        {
            var border = sketch.Terminal.Contains(state) ? ", peripheries=2" : "";
            var fill = sketch.Visited.Contains(state) ? ", style=\"rounded,filled\", fillcolor=\"#fde68a\"" : "";
            text.Append(CultureInfo.InvariantCulture, $"    s{state} [label={Quote(sketch.States[state])}{border}{fill}];\n");
        }

        foreach (var start in sketch.Starts)
        {
            text.Append(CultureInfo.InvariantCulture, $"    start -> s{start};\n");
        }

        foreach (var arrow in sketch.Arrows)
        {
            var walked = sketch.WasWalked(arrow) ? ", color=\"#b45309\", penwidth=2" : "";
            text.Append(CultureInfo.InvariantCulture, $"    s{arrow.From} -> s{arrow.To} [label={Quote(arrow.Label)}{walked}];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";
}
