using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A value that may be absent. Absent is the member that is not there, never <c>null</c>.</summary>
internal sealed class NullableShape<T>(Shape<T> shape) : Shape<T?>
    where T : struct
{
    internal override bool Read(JsonElement json, Place place, out T? value)
    {
        var isRead = shape.Read(json, place, out var read);
        value = isRead ? read : null;
        return isRead;
    }

    internal override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } given)
        {
            shape.Write(writer, given);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    internal override void Describe(Utf8JsonWriter schema) => shape.Describe(schema);
}
