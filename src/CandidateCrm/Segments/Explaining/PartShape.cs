using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CandidateCrm.Rules.Shapes;

namespace CandidateCrm.Segments.Explaining;

/// <summary>A part of the tree, wherever it stands: its form has itself in it.</summary>
internal sealed class PartShape : Shape<ExplainedPart>
{
    internal const string Name = "part";

    internal override bool Read(JsonElement json, Place place, [MaybeNullWhen(false)] out ExplainedPart value) => ExplanationShapes.Part.Read(json, place, out value);

    internal override void Write(Utf8JsonWriter writer, ExplainedPart value) => ExplanationShapes.Part.Write(writer, value);

    internal override void Describe(Utf8JsonWriter schema) => schema.WriteString("$ref", $"#/$defs/{Name}");
}
