print("gangmu")
