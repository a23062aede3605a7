using System.Reflection;
using System.Text.Json.Nodes;
using CandidateCrm.Json;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Timeline;

public sealed class GoldenEventTests
{
    public static TheoryData<string> Names => [.. GoldenFiles.Names("Timeline")];

    public static TheoryData<string> Types => [.. EntryTypes.All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_event_says_what_it_said_and_is_written_as_it_was(string name)
    {
        var text = GoldenFiles.Read("Timeline", name);

        Assert.Equal(GoldenEvents.All[name], TimelineJson.Read(text));
        Assert.Equal(text, TimelineJson.Write(GoldenEvents.All[name]));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_entry_has_its_wire_name_its_shape_and_a_published_document(string name)
    {
        var type = EntryTypes.All.Single(known => known.Name == name);
        var declared = type.Type.GetCustomAttribute<WireNameAttribute>();

        Assert.Equal((type.Name, type.Version), (declared?.Name, declared?.Version));
        Assert.NotNull(EntryJsonContext.Default.GetTypeInfo(type.Type));
        Assert.Contains($"{type.Name}.v{type.Version}", GoldenFiles.Names("Timeline"));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Members_of_the_data_that_may_be_left_out_may_be_left_out(string name)
    {
        var optional = EntryJsonContext.Default.GetTypeInfo(EntryTypes.All.Single(known => known.Name == name).Type)!.Properties.Where(property => !property.IsRequired);
        foreach (var property in optional)
        {
            var document = JsonNode.Parse(GoldenFiles.Read("Timeline", $"{name}.v1"))!.AsObject();
            document["data"]!.AsObject().Remove(property.Name);

            var read = TimelineJson.Read(document.ToJsonString());

            Assert.Equal(EntryTypes.All.Single(known => known.Name == name).Type, read.Entry.GetType());
            Assert.Equal(read, TimelineJson.Read(TimelineJson.Write(read)));
        }
    }

    [Fact]
    public void Every_entry_is_registered_and_generated_once()
    {
        var entries = typeof(ITimelineEntry).Assembly.GetTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(ITimelineEntry)) && type != typeof(UnknownEntry)).ToHashSet();

        Assert.Equal(entries, [.. EntryTypes.All.Select(type => type.Type)]);
        Assert.Equal(EntryTypes.All.Count, EntryTypes.All.Select(type => type.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(entries, RandomEvent.Entries(new Dice(1)).Select(entry => entry.GetType()).Where(type => type != typeof(UnknownEntry)).ToHashSet());
    }
}
