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
        foreach (var state in sketch.Outermost)
        {
            Draw(text, sketch, state, "    ");
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

    /// <summary>A state with substates is a box around them, with a point that stands for it and leads to where it begins.</summary>
    private static void Draw(StringBuilder text, StateMachineSketch sketch, int state, string indent)
    {
        var fill = sketch.IsVisited(state) ? ", style=\"rounded,filled\", fillcolor=\"#fde68a\"" : "";
        if (!sketch.HasSubstates(state))
        {
            var border = sketch.IsTerminal(state) ? ", peripheries=2" : "";
            text.Append(CultureInfo.InvariantCulture, $"{indent}s{state} [label={Quote(sketch.States[state])}{border}{fill}];\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}subgraph cluster_s{state} {{\n{indent}    label={Quote(sketch.States[state])};\n");
        text.Append(CultureInfo.InvariantCulture, $"{indent}    s{state} [shape=point];\n");
        foreach (var substate in sketch.Within(state))
        {
            Draw(text, sketch, substate, indent + "    ");
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}    s{state} -> s{sketch.Initials[state]};\n{indent}}}\n");
    }

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";
}
