using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CandidateCrm.Lifecycle;

/// <summary>Draws a machine as a Mermaid state diagram.</summary>
internal static class MermaidDrawing
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "as", "choice", "class", "classDef", "click", "default", "direction", "end", "fork", "hide", "href", "join", "left", "note", "of", "right", "scale", "start", "state", "stateDiagram", "style", "width");

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    internal static string Of(StateMachineSketch sketch)
    {
        var text = new StringBuilder("stateDiagram-v2\n    direction LR\n");
        foreach (var state in sketch.Outermost)
        {
            Draw(text, sketch, state, "    ");
        }

        foreach (var start in sketch.Starts)
        {
            text.Append(CultureInfo.InvariantCulture, $"    [*] --> {Id(sketch, start)}\n");
        }

        foreach (var arrow in sketch.Arrows)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Id(sketch, arrow.From)} --> {Id(sketch, arrow.To)} : {Escape(arrow.Label)}\n");
        }

        foreach (var state in sketch.Terminal)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Id(sketch, state)} --> [*]\n");
        }

        if (!sketch.VisitedOnce.IsEmpty)
        {
            text.Append("    classDef visited fill:#fde68a,stroke:#b45309,stroke-width:2px\n");
            text.Append(CultureInfo.InvariantCulture, $"    class {string.Join(',', sketch.VisitedOnce.Select(state => Id(sketch, state)))} visited\n");
        }

        return text.ToString();
    }

    private static void Draw(StringBuilder text, StateMachineSketch sketch, int state, string indent)
    {
        var name = sketch.States[state];
        var called = IsPlain(name) ? name : $"\"{Escape(name)}\" as {Id(sketch, state)}";
        if (!sketch.HasSubstates(state))
        {
            text.Append(IsPlain(name) ? $"{indent}{called}\n" : $"{indent}state {called}\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}state {called} {{\n");
        foreach (var substate in sketch.Within(state))
        {
            Draw(text, sketch, substate, indent + "    ");
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}    [*] --> {Id(sketch, sketch.Initials[state])}\n{indent}}}\n");
    }

    private static string Id(StateMachineSketch sketch, int state) =>
        IsPlain(sketch.States[state]) ? sketch.States[state] : "s" + state.ToString(CultureInfo.InvariantCulture);

    /// <summary>Says whether the text can be an id: a word that the language has no use for, and that no alias looks like.</summary>
    private static bool IsPlain(string text) =>
        char.IsAsciiLetter(text[0])
        && !text.AsSpan().ContainsAnyExcept(Plain)
        && !Reserved.Contains(text)
        && !(text[0] == 's' && text.Length > 1 && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '#' or '&' or ':' or ';' or '<' or '>' or '\\' or '%' or '{' or '}' || Rune.IsControl(rune))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
            else
            {
                escaped.Append(rune);
            }
        }

        return escaped.ToString();
    }
}
